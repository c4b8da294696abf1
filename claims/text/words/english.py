"""English word lists. Data only."""

from claims.text.words.wordlists import Words, words

ENGLISH = Words(
    code="en",
    said=words(
        "said says say told tells tell added adds add claimed claims claim stated states state announced announces announce"
        " argued argues argue insisted insists insist warned warns warn confirmed confirms confirm denied denies deny"
        " emphasized emphasised emphasizes emphasises stressed stresses stress noted notes note explained explains explain"
        " declared declares declare suggested suggests suggest asserted asserts assert acknowledged acknowledges acknowledge"
        " admitted admits admit alleged alleges allege reported reports report wrote writes write tweeted posted believes believe"
        " believed thinks think thought estimates estimated estimate hinted hints hint interpreted interprets interpret described"
        " describes describe called calls characterized characterised predicted predicts predict concluded concludes conclude"
        " found finds accused accuses accuse criticized criticised praised replied rejected dismissed decreed recalled recalls promised"
        " promises vowed vows pledged pledges complained complains revealed reveals disclosed testified maintains maintained"
        " contends contended observed remarked commented quipped pointed cautioned urged expects expected repeated reiterated"
        " underlined highlighted voiced signalled signaled"
    ),
    participles={
        "suggesting": "suggest",
        "saying": "say",
        "claiming": "claim",
        "warning": "warn",
        "arguing": "argue",
        "noting": "note",
        "stating": "state",
        "insisting": "insist",
        "predicting": "predict",
        "reporting": "report",
        "alleging": "allege",
        "denying": "deny",
        "calling": "call",
        "describing": "describe",
        "accusing": "accuse",
        "estimating": "estimate",
        "expecting": "expect",
        "believing": "believe",
    },
    according="according to|in the words of|as per|in the view of|in the opinion of",
    by=words("by"),
    be=words("is are was were be been being"),
    between=words(
        "has have had also later previously now then already repeatedly once recently even still again always often never has not"
        " do does did first himself herself themselves further"
    ),
    people=words(
        "official officials analyst analysts expert experts source sources spokesman spokeswoman spokesperson spokespeople minister"
        " ministers president premier chancellor governor mayor senator lawmakers lawmaker politicians diplomat diplomats officer"
        " officers commander general investigators investigator police prosecutors prosecutor judge court lawyer lawyers"
        " researchers researcher scientists scientist economists economist doctors doctor teachers critics critic supporters opponents"
        " residents witnesses witness observers commentators historian historians professor director chairman chairwoman chair"
        " head chief ceo founder owner manager editor editors journalist journalists reporters author authors ministry government"
        " administration agency office department authority authorities commission committee council parliament company firm bank"
        " institute university union association organisation organization group party campaign report study survey poll statement"
        " newspaper magazine media people voters members leaders leader allies regulator operator board army military"
        " aides aide deputies deputy secretary ambassador adviser advisers advisor advisors operators farmers workers"
    ),
    pronouns=words("he she they"),
    plural_pronouns=words("they"),
    small=words("of the de van von der den del di da la le al bin ibn and for"),
    not_names=words(
        "the a an he she it they we you i this that these those there here his her its their our my your in on at by for from with to"
        " after before when while where who what why how if as but and or so yet however although though since because then now"
        " once until both each every some many most all no not nor according last next meanwhile also still during despite"
        " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
        " october november december today yesterday one two three more such later earlier recently tonight eventually finally instead perhaps maybe even"
        " only just like unlike under over between within without through against among across along around near into"
    ),
    articles=words("the a an"),
    strong_hedges=(
        "could|may|might|would|will|won't|shall|'ll|is expected to|are expected to|are now expected to|is now expected to|"
        "was expected to|were expected to|is likely to|are likely to|is set to|are set to|is going to|are going to|is poised to|"
        "are poised to|is bound to|are bound to|is forecast to|are forecast to|is projected to|are projected to|expects|expect"
    ),
    weak_hedges=(
        "likely|possibly|potentially|perhaps|probably|presumably|allegedly|reportedly|apparently|seemingly|seems|appears|"
        "about|around|roughly|some|hinted|rumoured|rumored|speculation"
    ),
    opinions=(
        "no coincidence|one thing is clear|one thing is certain|never been higher|never been greater|never been more|never been better|"
        "never been worse|i think|i believe|i feel|i love|i hate|we love|we hate|i guess|i hope|in my opinion|in my view|we believe|we think|should|must|ought to|"
        "unfortunately|fortunately|sadly|thankfully|high time|the only answer|the only solution|the greatest|beautiful|wonderful|terrible|terrific|awful|horrible|disgraceful|"
        "shameful|shame|absurd|ridiculous|outrageous|clearly|obviously|undoubtedly|of course|needless to say|deserve|deserves|"
        "carrying the weight|speaks volumes|make no mistake|without a doubt|it is time|wrong|stupid|amazing|incredible|tragic|"
        "too little|too late|too high|too low|cannot be overstated|is a disgrace|was a disgrace|is a scandal|is an outrage|is a disaster|was a disaster|remains to be seen|only time will tell"
    ),
    evaluative=(
        "best|worst|groundbreaking|significant|pivotal|cutting-edge|clear|dramatic|strategic|calculated|perceived|unprecedented|historic|"
        "crucial|critical|remarkable|stunning|shocking|chess game|drama|bated breath|specter|spectre|symbiotic|raised eyebrows|"
        "leap|surge|scrambles|impressive|controversial|so-called|great|good|bad|important|key|major"
    ),
    first_person="i|me|my|mine|i'm|i've|i'd|i'll|we|us|our|ours|we're|we've|let's|you|your",
    definitions=(
        "is a|is an|is the|are a|are an|are the|was a|was an|was the|were the|means that|refers to|is defined as|are defined as|"
        "is known as|are known as|stands for"
    ),
    units=(
        "percent|per cent|percentage|million|millions|billion|billions|trillion|thousand|thousands|hundred|hundreds|dozen|dozens|"
        "euros|euro|dollars|dollar|pounds|people|households|times|years|months|weeks|days|hours|minutes|kilometres|kilometers|km|"
        "miles|metres|meters|tonnes|tons|kg|degrees|half|quarter|third|double|doubled|tripled|twice|majority|average|median|rate|votes|"
        "jobs|cases|deaths|points"
    ),
    comparisons=(
        "more than|less than|fewer than|higher than|lower than|highest|lowest|largest|smallest|most|least|first time|since|record|"
        "rose|fell|increased|decreased|grew|dropped|up from|down from|compared with|compared to|average"
    ),
    bylines="by|written by|reported by|photo|photograph|picture|image|source|published|updated|editor|text",
    dates=(
        "january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|"
        "friday|saturday|sunday|yesterday|last year|last month|last week|this year|past month|past year|recent years"
    ),
    verbs=(
        "is|are|was|were|has|have|had|does|do|did|will|would|could|may|might|can|cannot|should|must|isn't|aren't|wasn't|weren't|"
        "hasn't|haven't|doesn't|don't|didn't|won't|can't|it's|that's|they're|he's|she's|remains|remained|became|becomes|began|"
        "came|comes|went|goes|took|takes|made|makes|gave|gives|got|gets|held|holds|left|led|leads|lost|won|paid|rose|fell|grew|"
        "shows|showed|said|says|told|kept|met|put|ran|saw|sent|set|stood|stands|spent|sold|bought|brought|built|cut|died|live|lives|"
        ""
    ),
    verb_endings=("ed",),
    numerals=(
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
        "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|dozen|dozens"
    ),
    set_apart=words("the these those both his her its their our my your all other first last next every"),
    requests=(
        "please|let us|let's|let me|do not|don't|thank you|thanks|welcome|good morning|good afternoon|good evening|good night|hello|"
        "more on|more about|back to|next up|so much for|as for|not a chance|read more|see also|find out more|click|subscribe|sign up"
    ),
)
