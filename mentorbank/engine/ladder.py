"""Which occupations of ISCO-08 are one step apart: the next rung of the same trade, in another major group.

The classification sorts by skill level first, so a nurse and a nursing assistant stand in different major
groups. This table names such neighbours. It is ours, made by reading the group titles; a line lists groups of
one trade from the helper to the manager, and only neighbours in the line are one step apart (`/` parts groups
on the same rung).
"""

from functools import cache
from itertools import pairwise

TRADES = """
5321/5322 3221 2221 1342        care assistants, nursing associates, nurses, health managers
3222 2222                       midwives
3256/3258 2240 2211/2212        medical assistants, paramedical practitioners, doctors
1342 2211/2212                  health managers, doctors
3251 2261                       dental assistants, dentists
3213 2262                       pharmaceutical technicians, pharmacists
3255 2264                       physiotherapy technicians, physiotherapists
3212 2131/2113                  laboratory technicians, life scientists, chemists
3240 2250                       veterinary assistants, veterinarians
3141 2131                       life science technicians, biologists
3142/3143 2132                  agricultural technicians, agricultural advisers
6111/6112/6113/6121 3142        growers and breeders, agricultural technicians
3111 2111/2113/2114             physical science technicians, scientists
7126/7115/7112 3123 1323        builders, construction supervisors, construction managers
3112 2142/2161                  civil engineering technicians, engineers, architects
3118 2161/2162/2165             draughtspersons, architects, landscape architects, surveyors
2142/2161 1323                  engineers, architects, construction managers
7231/7233 3115 2144             mechanics, technicians, mechanical engineers
7411/7412 3113 2151             electricians, technicians, electrical engineers
7421 3114 2152/2153             electronics mechanics, technicians, engineers
8131 3116 2145                  chemical operators, technicians, engineers
3122 1321 2141                  production supervisors, managers, industrial engineers
3512 3511/3513 2522/2523        user support, operations, system and network specialists
3514 2513 2512 1330             web technicians, web and software developers, ICT managers
2519 2512                       other ICT analysts, software developers
2521 2511 1330                  database designers, systems analysts, ICT managers
3314 2120 2511                  statistical associates, statisticians, systems analysts
4312 3314 2631                  statistical clerks, associates, economists
4311 3313 2411 1211             bookkeeping clerks, accounting associates, accountants, finance managers
4211/4214 3312/3311 2412/2413 1346   tellers, loan officers, advisers, analysts, branch managers
2631 2413                       economists, financial analysts
4416 3333 2423 1212             personnel clerks, employment agents, HR specialists, HR managers
4110/4120/4131 3343 2422        clerks, secretaries, administration specialists
4120 3344                       secretaries, medical secretaries
3341 1219                       office supervisors, service managers
5223 3322 2431/2433 1221        shop assistants, sales representatives, specialists, managers
5222 1420                       shop supervisors, shop managers
3411 2611 2612/2619             legal associates, lawyers, judges, other legal professionals
3412 2635 1344                  social work associates, social workers, welfare managers
5311 3412/2342 1341             child carers, social work associates, early childhood educators, managers
5312 2342/2341 1345             teachers' aides, teachers, education managers
2341 2330 2310                  primary, secondary, university teachers
2352 2341/2359                  special needs teachers, teachers
2320 2330                       vocational, secondary teachers
2353/2355 2330                  language teachers, secondary teachers
4411 3433 2622                  library clerks, gallery technicians, librarians
2642 2641/2432 1222             journalists, writers, public relations, managers
2643 2353                       translators, language teachers
3432/7321 2166                  interior designers, pre-press, graphic designers
3521 2654                       broadcasting technicians, directors
9412 5120 3434 1412             kitchen helpers, cooks, chefs, restaurant managers
5131/5132 1412                  waiters, bartenders, restaurant managers
4224 1411                       receptionists, hotel managers
9112 5151 1219                  cleaners, cleaning supervisors, service managers
8153/7533 7531 7532             sewing operators, tailors, pattern makers
9333/9334 4321 3331 1324        handlers, stock clerks, forwarding agents, supply managers
8331/8332 4323                  drivers, transport clerks
5412 3355 2619                  police, detectives, legal professionals
2634 2635                       psychologists, social workers
2265/2269 1342                  dieticians and other health professionals, managers
2633/2632 1111                  political scientists, sociologists, legislators
1111 1112                       legislators, senior officials
2310 2632/2131/2111             university teachers, scientists
2421 1213                       organisation analysts, planning managers
""".strip().splitlines()


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    """Every unit group with those one step from it, both ways."""
    found: dict[str, set[str]] = {}
    for line in TRADES:
        rungs = [word.split("/") for word in line.split() if word[0].isdigit()]
        for lower, upper in pairwise(rungs):
            for one in lower:
                found.setdefault(one, set()).update(upper)
            for one in upper:
                found.setdefault(one, set()).update(lower)
    return {code: frozenset(others) for code, others in found.items()}


def one_step(code: str) -> frozenset[str]:
    """The unit groups one step from an ISCO-08 unit group; none for shorter or unlisted codes."""
    return _neighbours().get(code, frozenset())
