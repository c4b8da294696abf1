"""English verbs, nouns and adjectives that say whose words or thoughts follow, by what stands behind them. Data only."""

from claims.text.words.wordlists import words

# “says (that) it rose”
CLAUSE = words(
    "say tell add claim state announce argue insist warn confirm deny emphasize emphasise stress note explain declare"
    " suggest assert acknowledge admit allege report write tweet post believe think estimate hint predict conclude"
    " find complain reveal disclose testify maintain contend observe remark comment quip caution reply recall"
    " promise vow pledge expect repeat reiterate underline highlight signal swear concede agree decide rule know hope"
    " fear worry wish doubt guess suspect figure assume imagine presume speculate propose recommend demand request"
    " dispute joke brag boast counter respond answer retort recount remember forecast project show indicate imply"
    " mention inform assure remind convince persuade advise feel realize realise understand learn discover hear lament"
    " hold regret proclaim decree confess attest point muse read calculate determine judge opine argue guarantee warrant"
    " threaten urge order direct shout whisper continue bemoan marvel reckon deem theorize posit relay clarify"
)
# “asks whether”, “explains why”
QUESTION = words(
    "ask wonder question say explain know tell decide inquire discuss describe reveal understand show see consider"
    " disclose debate learn"
)
# “promises to go”
INFINITIVE = words(
    "promise vow pledge plan want hope agree decide refuse intend threaten offer swear wish propose expect ask demand"
    " claim decline aim prefer resolve seek commit opt fear long"
)
# “urges them to go”
OBJECT_INFINITIVE = words(
    "urge ask tell want expect order advise encourage beg instruct implore invite warn request press challenge direct"
    " remind believe"
)
# “accuses them of it”
OBJECT_FOR = {
    "accuse": "of",
    "praise": "for",
    "criticize": "for over",
    "criticise": "for over",
    "blame": "for on",
    "condemn": "for",
    "denounce": "for",
    "slam": "for over",
    "blast": "for over",
    "fault": "for",
    "credit": "with for",
    "thank": "for",
    "attack": "for as over",
    "mock": "for",
    "chide": "for",
    "scold": "for",
    "rebuke": "for",
    "hammer": "for over on",
    "assail": "for as",
    "chastise": "for",
    "congratulate": "on for",
    "suspect": "of",
    "warn": "of about against",
    "compare": "to with",
    "liken": "to",
    "hail": "for",
    "applaud": "for",
    "commend": "for",
    "castigate": "for",
    "excoriate": "for",
    "lambaste": "for",
    "rip": "for over",
    "assure": "of",
}
# “describes it as bold”
OBJECT_AS = words(
    "describe dismiss characterize characterise denounce condemn hail portray interpret cast depict paint brand deride"
    " criticize criticise reject view see regard cite praise tout decry blast slam attack pitch frame mock"
)
# “calls it a disaster”
COMPLEMENT = words("call label dub brand deem declare pronounce term")
# “denies the charge”
OBJECT = words(
    "announce deny reject criticize criticise condemn denounce defend mention confirm acknowledge express voice propose"
    " demand oppose support cite question dispute welcome praise blame slam blast mock ridicule decry lament tout"
    " describe explain recommend suggest allege reiterate emphasize emphasise stress highlight admit refute rebuke"
    " bemoan deride applaud commend bash predict favor favour echo regret resent doubt discuss dismiss"
    " fear expect disavow renounce reaffirm underscore deplore lambaste assail pan interpret"
)
# “warns of it”
PREPOSITIONS = {
    "warn": "of about against",
    "complain": "about of that",
    "speak": "of about against",
    "talk": "about of",
    "boast": "of about",
    "brag": "about of",
    "call": "for on",
    "push": "for",
    "argue": "for against",
    "apologize": "for",
    "apologise": "for",
    "refer": "to",
    "point": "to out",
    "hint": "at",
    "worry": "about",
    "ask": "for about",
    "plead": "for",
    "dream": "of",
    "hope": "for",
    "object": "to",
    "insist": "on",
    "joke": "about",
    "allude": "to",
    "rail": "against",
    "vow": "of",
    "press": "for",
    "think": "of about",
    "disagree": "with",
    "campaign": "on against",
    "comment": "on",
    "elaborate": "on",
    "accuse": "of",
    "advocate": "for",
    "lash": "out",
    "speculate": "about on",
    "testify": "about",
    "muse": "about",
    "agree": "with on",
}
# These take the words of others in quotation marks, before or behind them, beside every verb of CLAUSE.
QUOTING = words(
    "ask wonder joke quip shout cry yell snap laugh sigh begin go put chant read call exclaim inquire urge thunder"
    " sneer mutter murmur declare blast scoff fire shoot deadpan intone offer"
)
# They are cues only before “that” or a question, not before a bare clause or with a pronoun of things.
THAT_ONLY = words(
    "hold show find rule hear read realize realise understand learn discover see feel reveal determine figure point project"
    " demand request order direct calculate judge propose recommend continue urge repeat imply indicate threaten inform"
    " highlight underline recall signal convince persuade dispute comment doubt"
)
# “his claim that it rose”
NOUNS = words(
    "claim allegation accusation belief view suggestion statement assertion promise pledge vow threat warning prediction"
    " hope fear concern argument announcement conclusion contention complaint demand insistence speculation admission"
    " suspicion assurance declaration opinion denial acknowledgment rumor rumour charge hint worry expectation idea"
    " notion conviction remark comment recommendation proposal forecast estimate"
)
# “his promise to go”; the second need an owner
INFINITIVE_NOUNS = words("promise pledge vow threat call refusal desire demand willingness commitment")
OWNED_NOUNS = words("plan decision proposal intention offer hope wish request")
# “is sure that it rose”
ADJECTIVES = words(
    "confident convinced sure certain worried concerned afraid hopeful optimistic aware adamant skeptical sceptical"
    " clear fearful doubtful pessimistic surprised disappointed proud glad angry unsure unaware mindful insistent"
)
# These passives without a “by” have a source that is not named: “is believed to have left”.
RUMOURED = words(
    "believed said thought reported alleged rumored rumoured understood known estimated suspected claimed"
)

IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "find": "finds found finding",
    "know": "knows knew known knowing",
    "show": "shows showed shown showing",
    "swear": "swears swore sworn swearing",
    "feel": "feels felt feeling",
    "understand": "understands understood understanding",
    "hear": "hears heard hearing",
    "read": "reads reading",
    "speak": "speaks spoke spoken speaking",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "forecast": "forecasts forecasting",
    "cast": "casts casting",
    "beg": "begs begged begging",
    "quip": "quips quipped quipping",
    "brag": "brags bragged bragging",
    "plan": "plans planned planning",
    "slam": "slams slammed slamming",
    "commit": "commits committed committing",
    "opt": "opts opted opting",
    "regret": "regrets regretted regretting",
    "admit": "admits admitted admitting",
    "rip": "rips ripped ripping",
    "pan": "pans panned panning",
    "begin": "begins began begun beginning",
    "go": "goes went going",
    "put": "puts putting",
    "shoot": "shoots shot shooting",
    "prefer": "prefers preferred preferring",
    "dub": "dubs dubbed dubbing",
    "paint": "paints painted painting",
    "hold": "holds held holding",
    "refer": "refers referred referring",
}
