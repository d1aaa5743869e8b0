"""The meaning of a law: the interpreter, short and slow, that every backend is compared with.

`interpret` has values, conditions, rules and displacement, over three truth values (`truth`),
days, facts and assumptions (`world`), and what is computed (`arithmetic`). `cases` and
`read_case` are the things that are decided of. `answers` are decisions with their provisions
and needed facts (`missing`, `lapsed`), settled where all `completions` agree (`comparisons`);
`explain` lays them over the reasoning trees of the law (`asking`: the nodes are made by
`skeleton`, the amounts by `reckoning`) as `laying` says; `results` is the envelope.
"""
