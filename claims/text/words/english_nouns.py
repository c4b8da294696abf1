"""English nouns by what they name: people of either sex, groups, things, times. Data only; given names are not listed."""

from claims.text.words.wordlists import words

MALE = words(
    "mr sir lord king prince duke baron count emperor tsar sultan pope monk priest father son brother husband uncle nephew"
    " grandfather grandson stepfather boy man gentleman actor businessman chairman congressman spokesman policeman fireman"
    " fisherman sportsman craftsman statesman clergyman nobleman salesman widower bishop archbishop friar abbot waiter guy"
    " fiancé bridegroom boyfriend godfather dad"
)
FEMALE = words(
    "mrs ms miss lady queen princess duchess baroness countess empress tsarina nun mother daughter sister wife aunt niece"
    " grandmother granddaughter stepmother girl woman actress businesswoman chairwoman congresswoman spokeswoman policewoman"
    " sportswoman noblewoman widow heroine waitress goddess abbess ballerina fiancée bride girlfriend godmother mum mom dame"
)
PEOPLE = words(
    "president minister chancellor premier governor mayor senator councillor councilor ambassador secretary deputy judge justice"
    " lawyer attorney prosecutor officer general colonel captain major lieutenant sergeant admiral commander soldier author poet"
    " writer novelist painter sculptor composer singer musician player footballer cricketer golfer swimmer runner cyclist driver"
    " rider boxer wrestler coach manager trainer referee teacher professor doctor dr nurse surgeon physician engineer inventor"
    " researcher expert philosopher explorer astronomer mathematician philanthropist theologian preacher rabbi imam saint leader head"
    " chief ceo founder director chair chairperson spokesperson banker trader farmer worker baker builder carpenter engraver designer"
    " photographer filmmaker producer broadcaster presenter reporter editor publisher critic lecturer scholar student pupil child baby"
    " kid teenager adult person patient victim suspect witness neighbour neighbor friend partner spouse parent cousin twin heir ruler"
    " monarch citizen resident politician lawmaker legislator candidate nominee winner champion prodigy owner landlord tenant"
    " customer visitor passenger pilot astronaut sailor fighter rebel murderer killer thief robber prisoner member colleague"
    " assistant adviser advisor aide analyst official diplomat agent detective sheriff constable speaker voter user reader"
    " prof sen rep gov lt sgt capt col gen rev reverend actor dancer rapper guitarist drummer quarterback striker goalkeeper"
    " midfielder defender servant slave settler merchant archaeologist bassist archduke"
)
NO_PEOPLE = words(
    "list assist mist twist wrist fist human german roman list artist’s checklist talisman shaman ottoman woman’s"
)
GROUPS = words("police people staff crew cattle clergy")
TITLES = words(
    "mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess pope saint president minister chancellor senator"
    " governor mayor judge justice general colonel captain major lieutenant sergeant admiral commander bishop archbishop cardinal"
    " rabbi duke duchess baron baroness count countess emperor empress councillor coach sen rep gov gen col lt sgt capt rev"
    " premier secretary congressman congresswoman chairman chairwoman prosecutor detective officer inspector reverend father sister brother"
)
# A capitalised name that holds one of these names a place, an institution or a work.
THINGS = words(
    "school college university academy institute library museum gallery theatre theater hall house castle palace tower bridge dam"
    " mount mountain mountains lake river sea ocean island islands bay cape valley forest desert park garden gardens square street road lane"
    " avenue station airport port church cathedral abbey temple mosque hospital prison hotel stadium arena court parliament congress"
    " senate council committee commission ministry department agency office bureau authority party union alliance association"
    " federation league club team company corporation corp inc ltd llc plc group bank fund foundation trust press times post news"
    " magazine journal review newspaper radio television network channel studios records pictures entertainment software systems"
    " act bill law treaty agreement code constitution convention declaration plan project programme program prize award medal cup"
    " championship championships games olympics festival war wars battle revolution storm hurricane typhoon earthquake province state states county"
    " city town village district region republic kingdom empire dynasty nation nations territory new north south east west northern"
    " southern eastern western central great san santa los las el fort point beach hill hills falls coast peninsula canal railway"
    " line express airlines airways motors pharma pharmaceuticals energy technologies industries holdings international global"
    " rovers united rangers wanderers athletic army navy force forces guard service services center centre day week century"
    " sunday monday tuesday wednesday thursday friday saturday january february march april june july august september october"
    " november december spring summer autumn winter language bible book songs symphony opera operation mission probe"
)
TIMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december spring summer autumn fall winter year years month months week weeks day days hour hours minute minutes second"
    " seconds decade decades century centuries time times night morning evening afternoon today yesterday tomorrow weekend age ages"
    " moment season period percent percentage metres meters metre meter kilometres kilometers kilometre miles mile feet foot inches"
    " centimetres centimeters millimetres tonnes tons kilograms kilogrammes grams pounds dollars euros degrees euro dollar half third"
    " quarter tenth hand example fact addition order case way kind sort type part lot number amount course"
)


NOTHING = words(
    "none nothing something anything everything someone somebody anyone anybody everyone everybody nobody one ones thing things other"
    " others way ways while bit lack rest majority"
)
COMPANIES = words(
    "maker manufacturer producer retailer developer brewer carmaker publisher startup airline operator"
)
IRREGULAR = words("people children men women larvae mice geese feet teeth oxen police")
