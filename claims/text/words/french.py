"""French word lists. Data only."""

from claims.text.words.wordlists import Words, words

FRENCH = Words(
    code="fr",
    said=words(
        "dit disent déclare déclaré déclarent déclarait affirme affirmé affirment annonce annoncé annoncent explique expliqué"
        " expliquent souligne souligné soulignent ajoute ajouté ajoutent assure assuré assurent estime estimé estiment indique indiqué"
        " indiquent précise précisé précisent confirme confirmé confirment avertit averti rappelle rappelé reconnaît reconnu"
        " écrit prétend prétendent soutient soutiennent accuse accusé critique critiqué promet promis pense pensent croit croient"
        " suggère suggèrent rapporte rapporté rapportent dément démenti"
        " répond répondu répondent réplique répliqué rétorque rétorqué"
    ),
    according="selon|d'après|à en croire|de l'avis de|pour reprendre les mots de",
    by=words("par"),
    be=words("été est sont était étaient"),
    between=words("a ont avait avaient aussi ensuite déjà également lui-même se s' notamment"),
    people=words(
        "responsable responsables officiel officiels analyste analystes expert experts experte source sources porte-parole ministre"
        " ministres ministère président présidente premier gouvernement police procureur parquet tribunal chercheurs chercheur"
        " chercheuse scientifiques économistes agence autorité autorités commission comité conseil parlement entreprise société banque"
        " institut université syndicat association organisation parti rapport étude enquête sondage journal témoins habitants"
        " critiques directeur directrice chef maire député députés armée professeur professeure"
    ),
    pronouns=words("il elle ils elles"),
    plural_pronouns=words("ils elles"),
    small=words("de du des la le les d' et en"),
    not_names=words(
        "le la les l un une des du il elle ils elles on nous vous je ce cet cette ces son sa ses leur leurs en dans sur sous avec par"
        " pour après avant depuis pendant quand lorsque si comme mais et ou donc or ni car au aux à de où qui que quoi selon malgré"
        " tous toutes plusieurs certains cependant toutefois ainsi puis alors lundi mardi mercredi jeudi vendredi samedi dimanche"
        " janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier"
    ),
    articles=words("le la les l un une des du"),
    strong_hedges=(
        "pourrait|pourraient|devrait|devraient|serait|seraient|aurait|auraient|va|vont|sera|seront|est susceptible de|risque de|"
        "risquent de|est attendu|sont attendus|est attendue|sont attendues"
    ),
    weak_hedges="probablement|peut-être|sans doute|éventuellement|apparemment|semble|semblent|environ|près de|possible",
    opinions=(
        "pas un hasard|n'est pas une coïncidence|une chose est claire|une chose est certaine|à mon avis|je pense|je crois|selon moi|"
        "il faut|doit|doivent|malheureusement|heureusement|évidemment|bien sûr|honteux|scandaleux|terrible|magnifique|absurde|"
        "jamais été aussi|est un scandale|est une honte|est une erreur|trop tard"
    ),
    evaluative="historique|majeur|majeure|important|importante|inédit|crucial|stratégique|spectaculaire|controversé|remarquable",
    first_person="je|me|moi|mon|ma|mes|nous|notre|nos|j'ai",
    definitions="est un|est une|est le|est la|sont des|sont les|était un|était une|désigne|signifie|est défini comme|est connu comme",
    units=(
        "pour cent|million|millions|milliard|milliards|mille|milliers|centaines|euros|euro|dollars|personnes|habitants|foyers|ans|"
        "années|mois|semaines|jours|heures|kilomètres|mètres|tonnes|degrés|moitié|tiers|quart|double|doublé|majorité|moyenne|taux|voix|"
        "emplois|cas|morts|points|point"
    ),
    comparisons="plus de|moins de|plus élevé|plus haut|plus bas|depuis|record|augmenté|baissé|hausse|baisse|par rapport|supérieur|inférieur",
    bylines="par|texte|photo|image|source|publié|mis à jour|auteur",
    dates=(
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|"
        "samedi|dimanche|hier|l'an dernier|l'année dernière|le mois dernier"
    ),
    verbs="est|sont|était|étaient|a|ont|avait|avaient|sera|seront|fut|furent|peut|peuvent|doit|doivent|va|vont|fait|font",
    verb_endings=("èrent", "aient"),
    numerals="deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|dizaine|dizaines|douzaine",
    set_apart=words("les ces ses leurs nos vos mes des tous toutes autres"),
    requests="merci|bonjour|bonsoir|bienvenue|s'il vous plaît|veuillez|lisez|voyez|envoyez|écoutez|n'oubliez pas|à lire aussi",
)
