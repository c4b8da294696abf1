"""Abbreviations of languages that are not tuned, as data: what the public lists of tricky cases ask for. No rules."""

# Beside the English lists, by language: the same three kinds of abbreviations and the words that begin sentences.
FURTHER = {
    "bg": {
        "titles": "пл ул бул ж.к кв гр с вкл напр т.е т.н д-р проф доц инж акад ген полк г г-н г-жа св"
        " стр см",
        "numbered": "бр чл ал т стр гл",
    },
    "da": {
        "titles": "hr fr skt dr prof adv cand mag fhv pga f.eks d.v.s dvs bl.a ca osv inkl ekskl evt"
        " vedr jf tlf kl nr min"
        " sml ltd",
        "numbered": "nr s kap bd art stk pkt",
        "others": "co e.u u.s a/s aps kr mio mia m.m m.v osv etc",
        "starters": "de det den der her hvad hvem hvor hvorfor hvordan jeg vi du han hun i og men så nu"
        " da når hvis",
    },
    "hy": {},
    "it": {
        "titles": "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen"
        " gen col cap magg ten"
        " mar dir amm psicol st s sant spett egr gent ill pres vice rev mons d don es ad.es p.es cfr ca circa vs"
        " tel via p.zza v.le c.so",
        "numbered": "n nr num art artt p pag pagg vol cap fig tav par lett co",
        "others": "ecc etc spa s.p.a srl s.r.l d.c a.c jr",
        "starters": "il lo la i gli le un uno una è sono si ci mi ti non che chi cosa come dove quando"
        " perché ma e o"
        " questo questa quello quella dopo prima poi oggi ieri in nel nella con per da di a al alla",
    },
    "kk": {"titles": "т.б т.с.с қ к көш проф акад", "numbered": "б бет ж жж"},
    "nl": {
        "titles": "dhr mevr mw mr drs ing ir prof dr ds st bijv bv d.w.z dwz o.a m.n i.v.m t.a.v a.u.b"
        " nl ca vgl",
        "numbered": "nr nrs blz p art hfst afb",
        "others": "enz etc jr sr n.v b.v v.chr n.chr",
        "starters": "de het een er hij zij ze wij we ik je dit dat deze die in op met voor van als maar"
        " en of toen nu",
    },
    "pl": {
        "titles": "p dr prof inż mgr hab gen płk mjr kpt por ks św ul al pl np tj tzn tzw m.in ok ur zm"
        " wg im bałt red hr",
        "numbered": "nr str s art ust pkt poz r rozdz t",
        "others": "itd itp etc r w tys mln mld zł gr godz min sek",
        "starters": "to ten ta te on ona ono oni w we na z ze do od po za przed przy nie tak i a ale czy"
        " jak gdy kiedy",
    },
    "pt": {
        "titles": "sr sra srta srs dr dra prof profa eng d exmo ilmo gen cel cap st sto sta av r al p.ex"
        " ex vs ca aprox tel",
        "numbered": "n nº núm art arts p pág págs vol cap fig",
        "others": "etc ltda s.a a.c d.c jr",
        "starters": "o a os as um uma ele ela eles elas eu nós este esta isto em no na de da do com por"
        " para mas e ou se",
    },
    "sk": {
        "titles": "p pán dr prof doc ing mgr mudr judr phdr gen plk mjr kpt por sv ul nám tzv napr t.j"
        " t.z t.č cca resp"
        " tel č r.č min max inkl atď",
        "numbered": "č str s odst čl písm kap roč ods",
        "others": "a.s s.r.o spol o r.o n.l st.č mil mld tis hod",
        "starters": "to ten tá tie on ona ono oni v vo na z zo do od po za pred pri nie ano áno a ale"
        " keď ak ako kde kto",
    },
}
