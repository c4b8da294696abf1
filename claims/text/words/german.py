"""German word lists. Data only."""

from claims.text.words.wordlists import Words, words

GERMAN = Words(
    code="de",
    said=words(
        "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont teilte teilten mitteilte kündigte warnte warnt behauptete"
        " behauptet bestätigte bestätigt dementierte meinte meint berichtete berichtet berichteten schrieb schreibt fügte ergänzte"
        " forderte fordert kritisierte lobte verwies räumte glaubt glaubte versicherte unterstrich erwiderte nannte nannten warf wirft wies"
        " vermutet vermuten schätzt schätzen schätzte"
        " entgegnete entgegnet antwortete antwortet konterte bekräftigte"
    ),
    according="laut|nach angaben von|nach angaben der|nach angaben des|zufolge|gemäß|nach ansicht von|nach einschätzung von",
    by=words("von vom durch"),
    be=words("wird werden wurde wurden worden"),
    between=words("hat haben hatte hatten auch später bereits zuvor nun dann am"),
    people=words(
        "sprecher sprecherin beamte beamten experten expertin experte analysten analyst minister ministerin ministerium präsident"
        " präsidentin kanzler kanzlerin regierung polizei staatsanwaltschaft gericht forscher forscherin wissenschaftler behörde"
        " behörden amt bundesamt unternehmen firma bank institut universität gewerkschaft verband partei studie bericht umfrage"
        " zeitung anwohner zeugen kritiker vorsitzende vorsitzender leiter leiterin chef chefin bürgermeister bürgermeisterin"
        " militär quelle quellen ökonomen professor professorin direktor direktorin abgeordnete"
    ),
    pronouns=words("er sie"),
    small=words("von van zu und"),
    not_names=words(
        "der die das den dem des ein eine einen einem einer er sie es wir ihr ich man dies diese dieser dieses in im am an auf aus bei"
        " mit nach vor zu zum zur für durch gegen ohne um wenn als da weil während doch aber und oder auch so nur noch wie was wer wo"
        " warum nun dann damit seine ihre alle viele einige mehr hier dort heute gestern seit bis trotz laut montag dienstag mittwoch"
        " donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember"
    ),
    articles=words("der die das den dem des ein eine einer eines einem einen"),
    strong_hedges=(
        "könnte|könnten|dürfte|dürften|würde|würden|wird voraussichtlich|werden voraussichtlich|soll künftig|sollen künftig|"
        "wird wohl|werden wohl|wird wahrscheinlich|wird erwartet|werden erwartet|möglicherweise|voraussichtlich|vermutlich"
    ),
    weak_hedges="wahrscheinlich|wohl|offenbar|angeblich|anscheinend|mutmaßlich|etwa|rund|vielleicht|scheint",
    opinions=(
        "kein zufall|eines ist klar|meiner meinung nach|ich glaube|ich finde|ich denke|wir glauben|leider|zum glück|natürlich|"
        "selbstverständlich|offensichtlich|muss|müssen|müsste|sollte|sollten|schrecklich|wunderbar|großartig|schlimm|skandalös|"
        "unerträglich|nie so hoch wie|ist ein skandal|ist eine schande|war ein fehler|zu spät|absurd|zum glück"
    ),
    evaluative="bahnbrechend|historisch|dramatisch|beispiellos|wichtig|bedeutend|umstritten|beeindruckend|sogenannte|strategisch",
    first_person="ich|mich|mir|mein|meine|wir|uns|unser|unsere",
    definitions="ist ein|ist eine|ist der|ist die|ist das|sind die|war ein|war eine|bezeichnet|gilt als|gelten als|steht für",
    units=(
        "prozent|prozentpunkte|millionen|million|mio|milliarden|milliarde|mrd|tausend|hundert|euro|dollar|menschen|personen|haushalte|"
        "jahre|jahren|monate|tage|stunden|kilometer|meter|tonnen|grad|hälfte|drittel|viertel|doppelt|mehrheit|durchschnitt|stimmen|"
        "fälle|tote|punkte|einwohner"
    ),
    comparisons=(
        "mehr als|weniger als|höher als|niedriger als|höchste|niedrigste|größte|kleinste|seit|rekord|stieg|stiegen|sank|sanken|"
        "gestiegen|gesunken|wuchs|im vergleich"
    ),
    bylines="von|text|foto|bild|quelle|autor|autorin|stand|veröffentlicht",
    dates=(
        "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|"
        "freitag|samstag|sonntag|gestern|im vergangenen jahr|im vorjahr|vergangene woche"
    ),
    verbs="ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|soll|sollen|muss|müssen|liegt|lag|gibt|gab",
    verb_endings=("te", "ten"),
    numerals="zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|hunderte|tausend|tausende|dutzend|dutzende",
    set_apart=words(
        "die der den diese dieser diesen beide beiden seine ihre unsere alle anderen ersten letzten nächsten"
    ),
    requests="bitte|guten morgen|guten tag|guten abend|danke|vielen dank|willkommen|lesen sie|sehen sie|schreiben sie|mehr dazu",
)
