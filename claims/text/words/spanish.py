"""Spanish word lists. Data only."""

from claims.text.words.wordlists import Words, words

SPANISH = Words(
    code="es",
    said=words(
        "dijo dice dicen dijeron afirmó afirma afirman afirmaron declaró declara declararon anunció anuncia anunciaron explicó explica"
        " señaló señala señalaron añadió añade aseguró asegura aseguraron indicó indica indicaron confirmó confirma confirmaron"
        " advirtió advierte advirtieron subrayó subraya destacó destaca sostuvo sostiene reconoció admitió negó niega escribió escribe"
        " acusó criticó prometió cree creen opina opinan estima estiman sugiere sugieren informó informa informaron manifestó"
        " recordó apuntó comentó"
        " respondió responde respondieron contestó contesta replicó"
    ),
    according="según|de acuerdo con|en palabras de|a juicio de|en opinión de",
    by=words("por"),
    be=words("fue fueron ha sido han sido es son era eran"),
    between=words("ha han había habían también luego ya además después"),
    people=words(
        "funcionario funcionarios analista analistas experto experta expertos expertas fuente fuentes portavoz portavoces ministro"
        " ministra ministros ministerio presidente presidenta gobierno policía fiscal fiscalía tribunal juez investigadores investigador"
        " investigadora científicos economistas agencia autoridad autoridades comisión comité consejo parlamento empresa compañía banco"
        " instituto universidad sindicato asociación organización partido informe estudio encuesta periódico diario testigos vecinos"
        " críticos director directora jefe jefa alcalde alcaldesa diputado diputados ejército profesor profesora"
    ),
    pronouns=words("él ella ellos ellas"),
    plural_pronouns=words("ellos ellas"),
    small=words("de del la las los y e da dos"),
    not_names=words(
        "el la los las un una unos unas él ella ellos ellas yo tú usted nosotros este esta estos estas ese esa su sus en con por para"
        " de del al a ante bajo desde hasta según sin sobre tras durante cuando donde si como pero y o ni que quien qué cómo aunque"
        " porque además también no así entonces luego muchos todos lunes martes miércoles jueves viernes sábado domingo enero febrero"
        " marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy"
    ),
    articles=words("el la los las un una unos unas"),
    strong_hedges=(
        "podría|podrían|puede que|sería|serían|habría|habrían|será|serán|va a|van a|se espera|se prevé|debería|deberían|supondría|"
        "marcaría|probablemente será"
    ),
    weak_hedges="probablemente|quizás|quizá|tal vez|posiblemente|aparentemente|parece|parecen|presuntamente|supuestamente|unos|cerca de",
    opinions=(
        "no es casualidad|no es coincidencia|una cosa está clara|una cosa es clara|en mi opinión|creo que|pienso que|hay que|debe|deben|"
        "lamentablemente|desgraciadamente|afortunadamente|por supuesto|obviamente|vergonzoso|terrible|maravilloso|absurdo|nunca ha sido tan|es una vergüenza|es un escándalo|fue un error|demasiado tarde"
    ),
    evaluative="histórico|histórica|importante|sin precedentes|crucial|estratégico|estratégica|polémico|espectacular|notable|clave",
    first_person="yo|me|mi|mis|nosotros|nuestro|nuestra|nos",
    definitions="es un|es una|es el|es la|son los|son las|era un|era una|significa|se define como|se conoce como",
    units=(
        "por ciento|millón|millones|mil|miles|cientos|euros|euro|dólares|personas|habitantes|hogares|años|meses|semanas|días|horas|"
        "kilómetros|metros|toneladas|grados|mitad|tercio|cuarto|doble|duplicó|mayoría|media|promedio|tasa|votos|empleos|casos|muertos|puntos"
    ),
    comparisons="más de|menos de|mayor que|menor que|más alto|más bajo|desde|récord|aumentó|subió|cayó|bajó|creció|en comparación|frente a",
    bylines="por|texto|foto|imagen|fuente|publicado|actualizado|autor|autora",
    dates=(
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|"
        "viernes|sábado|domingo|ayer|el año pasado|el mes pasado"
    ),
    verbs="es|son|era|eran|fue|fueron|ha|han|había|habían|está|están|estaba|será|serán|puede|pueden|debe|deben|va|van|tiene|tienen",
    verb_endings=("ó", "aron", "ieron", "aba", "aban"),
    numerals="dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|cien|cientos|mil|miles|docena|docenas",
    set_apart=words(
        "los las estos estas esos esas sus nuestros nuestras todos todas otros otras ambos ambas"
    ),
    requests="gracias|buenos días|buenas tardes|buenas noches|bienvenidos|por favor|lea|lean|vea|vean|envíe|no olvide|lea también",
)
