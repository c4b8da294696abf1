"""Abbreviations by language, as data: which full stops do not end a sentence. No rules here."""

from dataclasses import dataclass
from functools import cache

from claims.text.further_languages import FURTHER

# Before a name: a sentence never ends here.
TITLES = {
    "en": "mr mrs ms mx dr drs prof gen lt col capt cpt cmdr maj sgt sen rep gov pres rev hon fr st mt ft messrs supt adm atty"
    " insp det ald amb asst brig cpl pvt secy treas vs v e.g i.e cf viz approx est al esp c ca p.s p.p.s ps dir mgr hwy rt bldg bro sis bros",
    "de": "dr prof hr fr hrn dipl ing med jur phil rer nat mag st z.b u.a d.h i.d.r o.ä u.ä bzw ca evtl ggf inkl exkl vgl"
    " sog lt tel verf hrsg geb gest gem allg insb bes einschl max min mind urspr zzt zz v.a i.a a.d d. h s.o s.u bspw"
    " dt engl frz lat ev kath ehem mr mrs vs str nr abs",
    "fr": "m mm mr mrs mme mmes mlle mlles dr pr me mgr st ste gén col lt cdt av bd c.-à-d p.ex ex cf env vs j.-c apr tél éd",
    "es": "sr sra srta sres sras dr dra drs prof profa d dña da lic ing arq gral cap cnel tte sto sta ud uds vd vds p.ej"
    " ej cf aprox av avda tel art excmo ilmo mons fr mr mrs mt bros cra ext máx mín admón dpto hab",
    "ru": "ул д корп стр кв пр просп пл обл р н р-н им т.е т.к т.н т.о напр п.с ум св акад проф доц ген полк кап лейт"
    " гл см ср рис табл с ст п пп пос пгт дер оз о вв в род букв ум ок лат англ нем фр",
    "uk": "м вул буд корп кв просп пл обл р-н ім т.з т.зв т. зв напр св акад проф доц ген полк див рис мал табл с ст п пп смт оз"
    " о гр п. ред",
}
# Before a number: the sentence goes on where a digit or a Roman number follows.
NUMBERED = {
    "en": "no nos n° nº p pp vol vols ch chap sec fig figs art op ed eds ver para par app eq ref jan feb mar apr jun jul aug sep sept"
    " oct nov dec",
    "de": "nr nrn s abs art kap bd bde abb tab anm aufl fig ziff jan feb mär apr jun jul aug sep sept okt nov dez",
    "fr": "n n° nº no p pp vol chap art fig t janv févr avr juil sept oct nov déc al",
    "es": "n nº n° n.° núm núms párr párrf lun mar mié jue vie sáb dom no p pág págs pp vol cap art arts fig t ene feb abr jun jul ago sept oct nov dic",
    "ru": "№ ст п гл рис табл с стр т вып кн ч разд янв фев мар апр июн июл авг сен сент окт ноя нояб дек",
    "uk": "№ ст п гл рис табл с стор т вип кн ч розд січ лют бер квіт трав черв лип серп вер жовт лист груд",
}
# May end a sentence: it does where the next word is one that begins sentences.
OTHERS = {
    "en": "inc ltd co corp llc plc jr sr esq ph.d phd m.d b.a m.a d.c u.s u.k u.n e.u u.s.a u.s.s.r a.m p.m a.d b.c"
    " ave blvd rd dept dist univ assn assoc govt mfg intl natl calif mass conn penn fla ill ind tenn okla ore ariz ark kan mich"
    " minn miss neb nev wash wis wyo del md va vt ga ky la colo ext tel"
    " max misc temp avg incl excl",
    "de": "usw etc u.s.w jh jhd jahrh chr v.chr n.chr mio mrd tsd std min sek co jr sen ag gmbh e.v v u.s ect",
    "fr": "cie jr av.j.-c apr.j.-c s",
    "es": "cía ee.uu uu s.a s.l jr a.c d.c c.v min",
    "ru": "г гг га р.х и.о сш",
    "uk": "р га ін в.о",
}
# Units and “and so on”, in languages where only names and first words have a capital: a capital letter behind
# them begins a sentence.
ENDERS = {
    "en": "etc oz lb lbs in ft yd mi mph hr hrs min secs kg km cm mm",
    "de": "",
    "fr": "etc",
    "es": "etc a.m p.m",
    "ru": "руб коп тыс млн млрд трлн чел мин сек ч кг км м мл мм др пр т.д т.п г.г н.э",
    "uk": "рр грн коп тис млн млрд трлн хв год кг км см мм т т.д т.п р.р н.е",
}
# Words that often begin a sentence and seldom follow an abbreviation inside one.
STARTERS = {
    "en": "the a an he she it they we you this that these those there here his her its their our my your in on at by for from with"
    " after before when while where who what why how if as but and or so yet however although though since because then now"
    " once until both each every even such another yes some many most all no not nor did do does is are was were has have had can could will would"
    " should may might must i one two three last next according despite during under over among about meanwhile also still",
    "de": "der die das den dem des ein eine einen einem einer er sie es wir ihr ich man dies diese dieser dieses jener in im am an"
    " auf aus bei mit nach von vor zu zum zur für durch gegen ohne um wenn als da weil während nachdem doch aber und oder auch"
    " so nur noch schon wie was wer wo warum nun dann damit dabei daher deshalb seine ihre alle viele einige mehr hier dort"
    " heute gestern seit bis trotz laut",
    "fr": "le la les l un une des du il elle ils elles on nous vous je ce cet cette ces son sa ses leur leurs en dans sur sous"
    " avec par pour après avant depuis pendant quand lorsque si comme mais et ou donc or ni car au aux à de où qui que quoi"
    " pourquoi comment selon malgré tous toutes plusieurs certains cependant toutefois ainsi puis alors",
    "es": "el la los las un una unos unas él ella ellos ellas yo tú usted nosotros este esta estos estas ese esa esos esas su sus"
    " en con por para de del al a ante bajo desde hasta según sin sobre tras durante cuando donde si como pero y o ni que"
    " quien qué cómo cuándo dónde aunque porque además también no sin embargo así entonces luego muchos todos",
    "ru": "он она оно они мы вы я ты это этот эта эти тот та те в во на с со из от до по за к ко у о об при для без под над между"
    " через после перед когда если где как что кто чей почему зачем но а и или да так также однако затем потом его её их наш"
    " ваш все всё многие некоторые согласно поэтому",
    "uk": "він вона воно вони ми ви я ти це цей ця ці той та ті в у на з із зі від до по за к о об при для без під над між через"
    " після перед коли якщо де як що хто чому навіщо але а і й або та так також однак потім його її їх наш ваш усі все багато"
    " деякі згідно тобто тому проте отже",
}
# Languages that write an ordinal number with a full stop: „am 3. Oktober“, „im 6. Stock“.
ORDINALS = frozenset("de da nb no cs sk sl hr fi et lv hu".split())
# Elsewhere each sentence of a quotation is one; here „…“ stays whole, or «… – said she. – …» does.
QUOTATIONS = {"cs": "whole", "sk": "whole", "ru": "author"}
# Languages where a capital letter inside a sentence may be that of any noun, of “I”, or of a title.
LARGE_NOUNS = frozenset("en de lb".split())


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of one language, folded to lower case, without the last full stop, and what else its writing does.

    Parts of an abbreviation are written together here (``z.b``) and found with and without a blank.
    """

    titles: frozenset[str]
    numbered: frozenset[str]
    others: frozenset[str]
    enders: frozenset[str]
    starters: frozenset[str]
    every: frozenset[str]
    ordinals: bool
    small_nouns: bool
    quotations: str
    tuned: bool
    shortest: int

    def __contains__(self, folded: object) -> bool:
        return folded in self.every

    def kind(self, token: str, joined: str) -> str:
        """Which list knows the word, alone or joined with the part before it; empty when none does.

        A number follows a numbered one, so that comes first; an ender is written small (``м`` is a metre, ``М`` a name).
        """
        folded, both = token.lower(), joined.lower()
        if folded in self.numbered and joined not in self.enders:
            return "title" if folded in self.titles else "numbered"
        if joined in self.enders or token in self.enders:
            return "ender"
        if folded in self.titles or both in self.titles:
            return "title"
        return "other" if folded in self.others or both in self.others else ""


@cache
def abbreviations_for(language: str) -> Abbreviations:
    """The lists of a language by its two-letter code; English where the language is not known."""
    code = language if language in TITLES else "en"
    more = {
        name: FURTHER.get(language, {}).get(name, "") for name in ("titles", "numbered", "others", "starters")
    }
    titles = frozenset(f"{TITLES[code]} {more['titles']}".split())
    numbered = frozenset(f"{NUMBERED[code]} {more['numbered']}".split())
    others = frozenset(f"{OTHERS[code]} {more['others']}".split())
    enders = frozenset(ENDERS[code].split())
    return Abbreviations(
        titles=titles,
        numbered=numbered,
        others=others,
        enders=enders,
        starters=frozenset(f"{STARTERS[code]} {more['starters']}".split()),
        every=titles | numbered | others | enders,
        ordinals=language in ORDINALS,
        small_nouns=language in TITLES and language not in LARGE_NOUNS,
        quotations=QUOTATIONS.get(language, ""),
        tuned=language not in FURTHER,
        shortest=3 if language in ("", "en") else 5,
    )
