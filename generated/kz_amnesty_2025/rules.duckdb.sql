-- LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of
-- the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII, for duckdb.
-- Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
-- Do not edit: change the statute and run `lawc build --sql`.
--
-- It reads these tables:
--
--   person
--     person_id  any type; another in each row
--     offences_known  BOOLEAN: whether every offence has a row
--     children_known  BOOLEAN: whether every child has a row
--     sex  TEXT: female, male
--     date_of_birth  DATE
--     covered_by_law_on_veterans  BOOLEAN
--     pregnant_on_effective_day  BOOLEAN
--     deprived_of_parental_rights  BOOLEAN
--     only_parent  BOOLEAN
--     dependant_with_disability_at_offence_and_conviction  BOOLEAN
--     disability_group  TEXT: none, first, second, third
--     disability_recognised_on  DATE
--     held  TEXT: in_custody, under_investigation, on_probation
--
--   offence
--     offence_id  any type; another in each row
--     person_id  the person that it belongs to
--     stage  TEXT: open, convicted
--     provision  TEXT: 188, 190(3)(2), 108-1
--     category  TEXT: misdemeanour, minor, medium, serious, especially_serious
--     committed_on  DATE
--     damage_caused  BOOLEAN
--     damage_compensated_in_full  BOOLEAN
--     civil_claim_brought  BOOLEAN
--     civil_claims_satisfied  BOOLEAN
--     official_position_used  BOOLEAN
--     signs_of_extremism  BOOLEAN
--     victim_age  BIGINT
--     recidivism  TEXT: none, recidivism, dangerous
--     life_imprisonment  BOOLEAN
--     in_criminal_group  BOOLEAN
--     negative_behaviour  BOOLEAN
--     term_ends_on  DATE
--
--   child
--     child_id  any type; another in each row
--     person_id  the person that it belongs to
--     date_of_birth  DATE
--
-- What is null is not known, and neither is a value that is none of its type. BIGINT are from 0
-- to 1,000,000,000. DECIMAL(18, 2) have at most 2 decimals and 100,000,000,000 units,
-- DECIMAL(18, 4) 4 and 1,000,000.
-- `effective_day` is 2025-07-05.
--
-- It answers, for each decision: its value; `<decision>_status`: decided, open, contradiction
-- or nothing (also where no version of the law is in force); `<decision> by <citation>`:
-- whether a provision makes it. Numbers are whole: those of `<decision>_in_1/60` count
-- sixtieths. Days are numbers of days, 1 for 0001-01-01. `<citation> applies` is null if it is
-- not known.
-- A decision is open if a provision that matters is not known. It may be the same however the
-- missing facts turn out: that is not settled here, but by `lawc decide`.

-- What the law decides of each offence.
WITH "person_0" AS MATERIALIZED (
  SELECT
    "person_id" AS "key",
    NULL AS "owner",
    COALESCE("offences_known", FALSE) AS "known.offence",
    COALESCE("children_known", FALSE) AS "known.child",
    CASE WHEN "sex" IN ('female', 'male') THEN "sex" END AS "fact.sex",
    CAST((
      "date_of_birth" - CAST('0001-01-01' AS DATE)
    ) + 1 AS BIGINT) AS "fact.date_of_birth",
    "covered_by_law_on_veterans" AS "fact.covered_by_law_on_veterans",
    "pregnant_on_effective_day" AS "fact.pregnant_on_effective_day",
    "deprived_of_parental_rights" AS "fact.deprived_of_parental_rights",
    "only_parent" AS "fact.only_parent",
    "dependant_with_disability_at_offence_and_conviction" AS "fact.dependant_with_disability_at_offence_and_conviction",
    CASE
      WHEN "disability_group" IN ('none', 'first', 'second', 'third')
      THEN "disability_group"
    END AS "fact.disability_group",
    CAST((
      "disability_recognised_on" - CAST('0001-01-01' AS DATE)
    ) + 1 AS BIGINT) AS "fact.disability_recognised_on",
    CASE
      WHEN "held" IN ('in_custody', 'under_investigation', 'on_probation')
      THEN "held"
    END AS "fact.held"
  FROM "person"
), "offence_0" AS MATERIALIZED (
  SELECT
    "offence_id" AS "key",
    "person_id" AS "owner",
    CASE WHEN "stage" IN ('open', 'convicted') THEN "stage" END AS "fact.stage",
    CASE
      WHEN REGEXP_EXTRACT(
        "provision",
        '^[0-9]{1,9}(-[0-9]{1,9}){0,3}([(][0-9]{1,9}(-[0-9]{1,9}){0,3}[)]([(][0-9]{1,9}(-[0-9]{1,9}){0,3}[)])?)?$',
        0
      ) = "provision"
      THEN "provision"
    END AS "fact.provision",
    CASE
      WHEN "category" IN ('misdemeanour', 'minor', 'medium', 'serious', 'especially_serious')
      THEN "category"
    END AS "fact.category",
    CAST((
      "committed_on" - CAST('0001-01-01' AS DATE)
    ) + 1 AS BIGINT) AS "fact.committed_on",
    "damage_caused" AS "fact.damage_caused",
    "damage_compensated_in_full" AS "fact.damage_compensated_in_full",
    "civil_claim_brought" AS "fact.civil_claim_brought",
    "civil_claims_satisfied" AS "fact.civil_claims_satisfied",
    "official_position_used" AS "fact.official_position_used",
    "signs_of_extremism" AS "fact.signs_of_extremism",
    CASE
      WHEN "victim_age" BETWEEN 0 AND 1000000000 AND "victim_age" = FLOOR("victim_age")
      THEN CAST("victim_age" AS BIGINT)
    END AS "fact.victim_age",
    CASE WHEN "recidivism" IN ('none', 'recidivism', 'dangerous') THEN "recidivism" END AS "fact.recidivism",
    "life_imprisonment" AS "fact.life_imprisonment",
    "in_criminal_group" AS "fact.in_criminal_group",
    "negative_behaviour" AS "fact.negative_behaviour",
    CAST((
      "term_ends_on" - CAST('0001-01-01' AS DATE)
    ) + 1 AS BIGINT) AS "fact.term_ends_on"
  FROM "offence"
), "child_0" AS MATERIALIZED (
  SELECT
    "child_id" AS "key",
    "person_id" AS "owner",
    CAST((
      "date_of_birth" - CAST('0001-01-01' AS DATE)
    ) + 1 AS BIGINT) AS "fact.date_of_birth"
  FROM "child"
), "person_1" AS MATERIALIZED (
  SELECT
    *,
    (
      "fact.date_of_birth" + CAST(305 AS BIGINT)
    ) AS "#1"
  FROM "person_0"
), "person_2" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#1" < 0
      THEN -(
        (
          (
            CAST(146096 AS BIGINT) - "#1"
          ) // CAST(146097 AS BIGINT)
        )
      )
      ELSE (
        "#1" // CAST(146097 AS BIGINT)
      )
    END AS "#2"
  FROM "person_1"
), "person_3" AS MATERIALIZED (
  SELECT
    *,
    (
      "#1" - (
        "#2" * CAST(146097 AS BIGINT)
      )
    ) AS "#3"
  FROM "person_2"
), "person_4" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#3" < 0
      THEN -(
        (
          (
            CAST(36523 AS BIGINT) - "#3"
          ) // CAST(36524 AS BIGINT)
        )
      )
      ELSE (
        "#3" // CAST(36524 AS BIGINT)
      )
    END AS "#4",
    CASE
      WHEN "#3" < 0
      THEN -(
        (
          (
            CAST(1459 AS BIGINT) - "#3"
          ) // CAST(1460 AS BIGINT)
        )
      )
      ELSE (
        "#3" // CAST(1460 AS BIGINT)
      )
    END AS "#5",
    CASE
      WHEN "#3" < 0
      THEN -(
        (
          (
            CAST(146095 AS BIGINT) - "#3"
          ) // CAST(146096 AS BIGINT)
        )
      )
      ELSE (
        "#3" // CAST(146096 AS BIGINT)
      )
    END AS "#6"
  FROM "person_3"
), "person_5" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#3" + "#4"
      ) - (
        "#5" + "#6"
      )
    ) AS "#7"
  FROM "person_4"
), "person_6" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#7" < 0
      THEN -(
        (
          (
            CAST(364 AS BIGINT) - "#7"
          ) // CAST(365 AS BIGINT)
        )
      )
      ELSE (
        "#7" // CAST(365 AS BIGINT)
      )
    END AS "#8"
  FROM "person_5"
), "person_7" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#8" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#8"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#8" // CAST(4 AS BIGINT)
      )
    END AS "#9",
    CASE
      WHEN "#8" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#8"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#8" // CAST(100 AS BIGINT)
      )
    END AS "#10"
  FROM "person_6"
), "person_8" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#8" * CAST(365 AS BIGINT)
      ) + (
        "#9" - "#10"
      )
    ) AS "#11"
  FROM "person_7"
), "person_9" AS MATERIALIZED (
  SELECT
    *,
    (
      "#3" - "#11"
    ) AS "#12"
  FROM "person_8"
), "person_10" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#12" * CAST(5 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#13"
  FROM "person_9"
), "person_11" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#13" < 0
      THEN -(
        (
          (
            CAST(152 AS BIGINT) - "#13"
          ) // CAST(153 AS BIGINT)
        )
      )
      ELSE (
        "#13" // CAST(153 AS BIGINT)
      )
    END AS "#14"
  FROM "person_10"
), "person_12" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#14" * CAST(153 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#15",
    (
      (
        "#2" * CAST(4800 AS BIGINT)
      ) + (
        "#8" * CAST(12 AS BIGINT)
      ) + (
        "#14" + CAST(218 AS BIGINT)
      )
    ) AS "#18"
  FROM "person_11"
), "person_13" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#15" < 0
      THEN -(
        (
          (
            CAST(4 AS BIGINT) - "#15"
          ) // CAST(5 AS BIGINT)
        )
      )
      ELSE (
        "#15" // CAST(5 AS BIGINT)
      )
    END AS "#16",
    CASE
      WHEN "#18" < 0
      THEN -(
        (
          (
            CAST(11 AS BIGINT) - "#18"
          ) // CAST(12 AS BIGINT)
        )
      )
      ELSE (
        "#18" // CAST(12 AS BIGINT)
      )
    END AS "#19",
    (
      "#18" + (
        -CAST(2 AS BIGINT)
      )
    ) AS "#27"
  FROM "person_12"
), "person_14" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#12" + CAST(1 AS BIGINT)
      ) - "#16"
    ) AS "#17",
    (
      "#18" - (
        "#19" * CAST(12 AS BIGINT)
      )
    ) AS "#20",
    CASE
      WHEN "#19" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#19"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#19" // CAST(4 AS BIGINT)
      )
    END AS "#21",
    CASE
      WHEN "#19" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#19"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#19" // CAST(100 AS BIGINT)
      )
    END AS "#22",
    CASE
      WHEN "#19" < 0
      THEN -(
        (
          (
            CAST(399 AS BIGINT) - "#19"
          ) // CAST(400 AS BIGINT)
        )
      )
      ELSE (
        "#19" // CAST(400 AS BIGINT)
      )
    END AS "#23",
    CASE
      WHEN "#27" < 0
      THEN -(
        (
          (
            CAST(11 AS BIGINT) - "#27"
          ) // CAST(12 AS BIGINT)
        )
      )
      ELSE (
        "#27" // CAST(12 AS BIGINT)
      )
    END AS "#28"
  FROM "person_13"
), "person_15" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "#20" = CAST(1 AS BIGINT)
      )
      THEN CASE
        WHEN (
          (
            (
              "#19" = (
                "#21" * CAST(4 AS BIGINT)
              )
            )
            AND NOT (
              (
                "#19" = (
                  "#22" * CAST(100 AS BIGINT)
                )
              )
            )
          )
          OR (
            "#19" = (
              "#23" * CAST(400 AS BIGINT)
            )
          )
        )
        THEN CAST(29 AS BIGINT)
        ELSE CAST(28 AS BIGINT)
      END
      ELSE CASE
        WHEN (
          (
            "#20" = CAST(0 AS BIGINT)
          )
          OR (
            "#20" = CAST(2 AS BIGINT)
          )
          OR (
            "#20" = CAST(4 AS BIGINT)
          )
          OR (
            "#20" = CAST(6 AS BIGINT)
          )
          OR (
            "#20" = CAST(7 AS BIGINT)
          )
          OR (
            "#20" = CAST(9 AS BIGINT)
          )
          OR (
            "#20" = CAST(11 AS BIGINT)
          )
        )
        THEN CAST(31 AS BIGINT)
        ELSE CAST(30 AS BIGINT)
      END
    END AS "#24",
    (
      "#27" - (
        "#28" * CAST(12 AS BIGINT)
      )
    ) AS "#29",
    CASE
      WHEN "#28" < 0
      THEN -(
        (
          (
            CAST(399 AS BIGINT) - "#28"
          ) // CAST(400 AS BIGINT)
        )
      )
      ELSE (
        "#28" // CAST(400 AS BIGINT)
      )
    END AS "#30"
  FROM "person_14"
), "person_16" AS MATERIALIZED (
  SELECT
    *,
    (
      "#17" > "#24"
    ) AS "#25",
    (
      "#28" - (
        "#30" * CAST(400 AS BIGINT)
      )
    ) AS "#31",
    (
      (
        "#29" * CAST(153 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#32"
  FROM "person_15"
), "person_17" AS MATERIALIZED (
  SELECT
    *,
    CASE WHEN "#25" THEN "#24" ELSE "#17" END AS "#26",
    CASE
      WHEN "#32" < 0
      THEN -(
        (
          (
            CAST(4 AS BIGINT) - "#32"
          ) // CAST(5 AS BIGINT)
        )
      )
      ELSE (
        "#32" // CAST(5 AS BIGINT)
      )
    END AS "#33",
    CASE
      WHEN "#31" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#31"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#31" // CAST(4 AS BIGINT)
      )
    END AS "#34",
    CASE
      WHEN "#31" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#31"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#31" // CAST(100 AS BIGINT)
      )
    END AS "#35"
  FROM "person_16"
), "person_18" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#31" * CAST(365 AS BIGINT)
      ) + (
        "#34" - "#35"
      )
    ) AS "#36"
  FROM "person_17"
), "person_19" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "#17" IS NULL
      )
      THEN CAST(NULL AS BIGINT)
      ELSE (
        (
          (
            "#30" * CAST(146097 AS BIGINT)
          ) + "#36" + "#33" + "#26" + CASE WHEN "#25" THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
        ) + (
          -CAST(306 AS BIGINT)
        )
      )
    END AS "#37"
  FROM "person_18"
), "person_20" AS MATERIALIZED (
  SELECT
    *,
    "#37" AS "date_of_birth + 18 years",
    CASE
      WHEN (
        "fact.sex" IS NULL
      )
      THEN CASE
        WHEN (
          NOT (
            (
              "fact.pregnant_on_effective_day" IS NULL
            )
          )
          AND NOT (
            CASE WHEN (
              "fact.pregnant_on_effective_day" = FALSE
            ) THEN TRUE ELSE FALSE END
          )
        )
        THEN 'female'
        ELSE CAST(NULL AS TEXT)
      END
      ELSE "fact.sex"
    END AS "sex",
    NOT (
      (
        "fact.date_of_birth" >= CAST(721175 AS BIGINT)
      )
    ) AS "date_of_birth + 50 years <= effective_day",
    NOT (
      (
        "fact.date_of_birth" >= CAST(717523 AS BIGINT)
      )
    ) AS "date_of_birth + 60 years <= effective_day",
    CASE
      WHEN (
        "fact.pregnant_on_effective_day" IS NULL
      )
      THEN CASE
        WHEN (
          NOT (
            (
              "fact.sex" IS NULL
            )
          )
          AND NOT (
            CASE WHEN (
              "fact.sex" = 'female'
            ) THEN TRUE ELSE FALSE END
          )
        )
        THEN FALSE
        ELSE CAST(NULL AS BOOLEAN)
      END
      ELSE "fact.pregnant_on_effective_day"
    END AS "pregnant_on_effective_day",
    NOT (
      "fact.deprived_of_parental_rights"
    ) AS "1(1)(5)(a) of the person", /* the person is not deprived of parental rights; and */
    (
      "fact.disability_group" IN ('first', 'second')
    ) AS "disability_group is first, second",
    (
      "fact.disability_recognised_on" < CAST(739437 AS BIGINT)
    ) AS "disability_recognised_on < effective_day"
  FROM "person_19"
), "person_21" AS MATERIALIZED (
  SELECT
    *,
    (
      "sex" IN ('female')
    ) AS "sex is female",
    (
      "sex" IN ('male')
    ) AS "sex is male",
    (
      "disability_group is first, second"
      AND "disability_recognised_on < effective_day"
    ) AS "1(1)(7) of the person" /* a person who was recognised before the effective day as a person with a disability of the first or second group. */
  FROM "person_20"
), "person_22" AS MATERIALIZED (
  SELECT
    *,
    (
      "sex is female" AND "date_of_birth + 50 years <= effective_day"
    ) AS "sex is female and date_of_birth + 50 years ~",
    (
      "sex is male" AND "date_of_birth + 60 years <= effective_day"
    ) AS "sex is male and date_of_birth + 60 years < ~",
    (
      "sex is female" AND "pregnant_on_effective_day"
    ) AS "1(1)(4) of the person" /* a woman who is pregnant on the effective day; */
  FROM "person_21"
), "person_23" AS MATERIALIZED (
  SELECT
    *,
    (
      "sex is female and date_of_birth + 50 years ~"
      OR "sex is male and date_of_birth + 60 years < ~"
    ) AS "1(1)(3) of the person" /* a woman who has reached the age of fifty years on the effective day, or a man who has reached the age of sixty years on the effective day; */
  FROM "person_22"
), "offence_1" AS MATERIALIZED (
  SELECT
    m.*,
    o."date_of_birth + 18 years" AS "person/date_of_birth + 18 years",
    o."fact.covered_by_law_on_veterans" AS "person/fact.covered_by_law_on_veterans",
    o."1(1)(3) of the person" AS "person/1(1)(3) of the person",
    o."1(1)(4) of the person" AS "person/1(1)(4) of the person",
    o."1(1)(7) of the person" AS "person/1(1)(7) of the person"
  FROM "offence_0" AS m
  LEFT JOIN "person_23" AS o
    ON m."owner" = o."key"
), "offence_2" AS MATERIALIZED (
  SELECT
    *,
    NULLIF(
      REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE("fact.provision", '([0-9]+)', '000000000\1', 'g'),
          '[0-9]*([0-9]{9})',
          '\1',
          'g'
        ),
        '^([0-9-]+)',
        1
      ),
      ''
    ) AS "#38",
    NULLIF(
      REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE("fact.provision", '([0-9]+)', '000000000\1', 'g'),
          '[0-9]*([0-9]{9})',
          '\1',
          'g'
        ),
        '^[0-9-]+[(]([0-9-]+)[)]',
        1
      ),
      ''
    ) AS "#39",
    NULLIF(
      REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE("fact.provision", '([0-9]+)', '000000000\1', 'g'),
          '[0-9]*([0-9]{9})',
          '\1',
          'g'
        ),
        '^[0-9-]+[(][0-9-]+[)][(]([0-9-]+)[)]',
        1
      ),
      ''
    ) AS "#40"
  FROM "offence_1"
), "offence_3" AS MATERIALIZED (
  SELECT
    *,
    (
      "person/date_of_birth + 18 years" <= "fact.committed_on"
    ) AS "date_of_birth + 18 years <= committed_on",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          (
            "#38" = '000000189'
          )
          AND (
            (
              "#39" = '000000003'
            ) AND (
              "#40" = '000000002'
            )
          )
        )
        OR (
          (
            "#38" = '000000190'
          )
          AND (
            (
              "#39" = '000000003'
            ) AND (
              "#40" = '000000002'
            )
          )
        )
        OR (
          (
            "#38" = '000000218'
          )
          AND (
            (
              "#39" = '000000003'
            ) AND (
              "#40" = '000000001'
            )
          )
        )
        OR (
          (
            "#38" = '000000218-000000001'
          )
          AND (
            (
              "#39" = '000000004'
            ) AND (
              "#40" = '000000001'
            )
          )
        )
        OR (
          (
            "#38" = '000000234'
          )
          AND (
            (
              "#39" = '000000003'
            ) AND (
              "#40" = '000000001'
            )
          )
        )
        OR (
          (
            "#38" = '000000249'
          )
          AND (
            (
              "#39" = '000000003'
            ) AND (
              "#40" = '000000002'
            )
          )
        )
        OR (
          "#38" = '000000361'
        )
        OR (
          (
            "#38" = '000000362'
          )
          AND (
            (
              "#39" = '000000004'
            ) AND (
              "#40" = '000000003'
            )
          )
        )
        OR (
          (
            "#38" >= '000000364'
          ) AND (
            "#38" <= '000000370'
          )
        )
        OR (
          "#38" = '000000450'
        )
        OR (
          (
            "#38" = '000000451'
          )
          AND (
            (
              "#39" = '000000002'
            ) AND (
              "#40" = '000000002'
            )
          )
        )
        OR (
          "#38" = '000000452'
        )
      )
    END AS "the Criminal Code, 3(29)(a)", /* an offence under point 2) of part three of Article 189, point 2) of part three of Article 190, point 1) of part three of Article 218, point 1) of part four of Article 218-1, point 1) of part three of Article 234, point 2) of part three of Article 249, Article 361, point 3) of part four of Article 362, Articles 364 to 370, Article 450, point 2) of part two of Article 451 or Article 452 of this Code; or */
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          (
            "#38" = '000000189'
          ) AND (
            "#39" = '000000004'
          )
        )
        OR (
          (
            "#38" = '000000190'
          ) AND (
            "#39" = '000000004'
          )
        )
      )
    END AS "provision in 189(4), 190(4)",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          "#38" = '000000170'
        )
        OR (
          "#38" = '000000171'
        )
        OR (
          "#38" = '000000173'
        )
        OR (
          "#38" = '000000177'
        )
        OR (
          "#38" = '000000178'
        )
        OR (
          "#38" = '000000184'
        )
        OR (
          (
            "#38" >= '000000255'
          ) AND (
            "#38" <= '000000261'
          )
        )
        OR (
          "#38" = '000000269'
        )
        OR (
          "#38" = '000000270'
        )
      )
    END AS "the Criminal Code, 3(30)", /* a terrorist crime means an offence under Articles 170, 171, 173, 177, 178, 184, 255 to 261, 269 or 270 of this Code; */
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          "#38" = '000000174'
        )
        OR (
          (
            "#38" >= '000000179'
          ) AND (
            "#38" <= '000000182'
          )
        )
        OR (
          "#38" = '000000184'
        )
        OR (
          (
            "#38" >= '000000258'
          ) AND (
            "#38" <= '000000260'
          )
        )
        OR (
          "#38" = '000000267'
        )
        OR (
          (
            "#38" = '000000404'
          ) AND (
            "#39" = '000000002'
          )
        )
        OR (
          (
            "#38" = '000000404'
          ) AND (
            "#39" = '000000003'
          )
        )
        OR (
          "#38" = '000000405'
        )
      )
    END AS "the Criminal Code, 3(39)", /* an extremist crime means an offence under Articles 174, 179 to 182, 184, 258 to 260, 267, parts two and three of Article 404 or Article 405 of this Code; */
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          (
            "#38" >= '000000120'
          ) AND (
            "#38" <= '000000124'
          )
        )
        OR (
          "#38" = '000000134'
        )
        OR (
          "#38" = '000000144'
        )
        OR (
          (
            "#38" = '000000312'
          ) AND (
            "#39" = '000000002'
          )
        )
        OR (
          (
            "#38" = '000000312'
          ) AND (
            "#39" = '000000003'
          )
        )
      )
    END AS "provision in 120 to 124, 134, 144, 312(2), ~",
    (
      "fact.victim_age" < CAST(18 AS BIGINT)
    ) AS "victim_age < 18",
    (
      "fact.term_ends_on" - CAST(739437 AS BIGINT)
    ) AS "days from effective_day to term_ends_on",
    (
      "fact.committed_on" < CAST(739437 AS BIGINT)
    ) AS "committed_on < effective_day",
    NOT (
      "fact.damage_compensated_in_full"
    ) AS "not damage_compensated_in_full",
    (
      "fact.victim_age" >= CAST(14 AS BIGINT)
    ) AS "victim_age >= 14",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        "#38" = '000000146'
      )
    END AS "provision in 146",
    (
      "fact.recidivism" IN ('recidivism', 'dangerous')
    ) AS "recidivism is recidivism, dangerous",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        "#38" = '000000185'
      )
    END AS "provision in 185",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          "#38" = '000000107'
        )
        OR (
          "#38" = '000000108-000000001'
        )
        OR (
          "#38" = '000000109-000000001'
        )
      )
    END AS "provision in 107, 108-1, 109-1",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        "#38" = '000000297'
      )
    END AS "provision in 297",
    (
      "fact.category" IN ('misdemeanour', 'minor')
    ) AS "2(1)(1) holds", /* a person who committed a criminal misdemeanour or a crime of minor gravity; */
    (
      "fact.category" IN ('medium')
    ) AS "category is medium",
    NOT (
      "fact.damage_caused"
    ) AS "2(1)(2)(a)", /* the offence caused no damage; */
    NOT (
      "fact.civil_claim_brought"
    ) AS "2(1)(2)(c)", /* no civil claim was brought; or */
    (
      "fact.stage" IN ('convicted')
    ) AS "stage is convicted",
    NOT (
      "fact.negative_behaviour"
    ) AS "not negative_behaviour",
    (
      "fact.term_ends_on" <= CAST(739802 AS BIGINT)
    ) AS "term_ends_on <= effective_day + 1 year",
    (
      "fact.category" IN ('serious')
    ) AS "category is serious",
    (
      "fact.category" IN ('especially_serious')
    ) AS "category is especially_serious",
    CASE
      WHEN (
        "fact.provision" IS NULL
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE (
        (
          "#38" = '000000189'
        ) OR (
          "#38" = '000000190'
        )
      )
    END AS "provision in 189, 190",
    (
      "fact.damage_compensated_in_full" AND "fact.civil_claims_satisfied"
    ) AS "damage_compensated_in_full and civil_claim ~",
    (
      "fact.stage" IN ('open')
    ) AS "stage is open"
  FROM "offence_2"
), "offence_4" AS MATERIALIZED (
  SELECT
    *,
    NOT (
      "date_of_birth + 18 years <= committed_on"
    ) AS "1(1)(2)", /* a person who had not reached the age of eighteen years on the day of the offence; */
    (
      "provision in 189(4), 190(4)" AND "fact.official_position_used"
    ) AS "the Criminal Code, 3(29)(b)", /* an offence under part four of Article 189 or part four of Article 190 of this Code that was committed with the use of official position by a person equated to one authorised to perform state functions; */
    (
      "provision in 120 to 124, 134, 144, 312(2), ~" AND "victim_age < 18"
    ) AS "the Criminal Code, 3(42)", /* a crime against the sexual inviolability of a minor means an offence under Articles 120 to 124, 134, 144 or parts two and three of Article 312 of this Code that was committed against a minor. */
    CASE
      WHEN (
        "days from effective_day to term_ends_on" IS NULL OR CAST(0 AS BIGINT) IS NULL
      )
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN "days from effective_day to term_ends_on" IS NULL OR CAST(0 AS BIGINT) IS NULL
        THEN NULL
        ELSE GREATEST("days from effective_day to term_ends_on", CAST(0 AS BIGINT))
      END
    END AS "largest of days from effective_day to term ~",
    NOT (
      "committed_on < effective_day"
    ) AS "8", /* Entry into force This Law enters into force on 5 July 2025. Articles 2, 3 and 5 apply to an offence only if the offence was committed before the effective day. */
    (
      "fact.damage_caused" AND "not damage_compensated_in_full"
    ) AS "4(2)", /* A person remains obliged to compensate the damage if the offence caused damage and the damage is not compensated in full. */
    (
      "the Criminal Code, 3(39)" OR "fact.signs_of_extremism"
    ) AS "extremist_crime or signs_of_extremism",
    (
      "victim_age >= 14" AND "victim_age < 18"
    ) AS "victim_age >= 14 and victim_age < 18",
    (
      "2(1)(2)(a)" OR "fact.damage_compensated_in_full" OR "2(1)(2)(c)"
    ) AS "2(1)(2)(a) or damage_compensated_in_full o ~",
    (
      "stage is convicted" AND "category is medium"
    ) AS "3(3) holds", /* The unserved part of the main punishment is reduced by one half for a person who is convicted of a crime of medium gravity. */
    (
      "stage is convicted" AND "category is serious"
    ) AS "stage is convicted and category is serious",
    (
      "stage is convicted" AND "category is especially_serious"
    ) AS "stage is convicted and category is especia ~",
    (
      "stage is convicted" AND "provision in 189, 190"
    ) AS "stage is convicted and provision in 189, 190"
  FROM "offence_3"
), "offence_5" AS MATERIALIZED (
  SELECT
    *,
    (
      "the Criminal Code, 3(29)(a)" OR "the Criminal Code, 3(29)(b)"
    ) AS "the Criminal Code, 3(29)", /* a corruption crime means any of the following: */
    (
      "1(1)(2)" AND "victim_age >= 14 and victim_age < 18"
    ) AS "1(1)(2) and (victim_age >= 14 and victim_a ~",
    CASE WHEN "4(2)" THEN TRUE ELSE FALSE END AS "obliged_to_compensate.sure0",
    (
      "category is medium" AND "2(1)(2)(a) or damage_compensated_in_full o ~"
    ) AS "2(1)(2) holds", /* a person who committed a crime of medium gravity, if any of the following applies: */
    (
      "3(3) holds"
      AND "not negative_behaviour"
      AND "term_ends_on <= effective_day + 1 year"
    ) AS "2(2) holds", /* A person who is convicted of a crime of medium gravity, who has no negative degree of behaviour and who has not more than one year left to serve on the effective day is released from the main punishment. */
    (
      "stage is convicted and provision in 189, 190"
      AND "damage_compensated_in_full and civil_claim ~"
    ) AS "3(2) holds" /* The unserved part of the main punishment is reduced by one fifth for a person who is convicted under Article 189 or 190 of the Criminal Code, if the damage is compensated in full and every civil claim is satisfied. */
  FROM "offence_4"
), "offence_6" AS MATERIALIZED (
  SELECT
    *,
    NOT (
      "1(1)(2) and (victim_age >= 14 and victim_a ~"
    ) AS "not (1(1)(2) and (victim_age >= 14 and vic ~",
    (
      NOT (
        CASE WHEN NOT (
          "4(2)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "obliged_to_compensate.sure0"
      )
    ) AS "obliged_to_compensate.may0"
  FROM "offence_5"
), "offence_7" AS MATERIALIZED (
  SELECT
    *,
    (
      "the Criminal Code, 3(42)" AND "not (1(1)(2) and (victim_age >= 14 and vic ~"
    ) AS "crime_against_minor and (not (1(1)(2) and ~",
    CASE
      WHEN "obliged_to_compensate.sure0"
      THEN (
        "obliged_to_compensate.may0" AND NOT (
          "obliged_to_compensate.sure0"
        )
      )
      ELSE "obliged_to_compensate.may0"
    END AS "obliged_to_compensate.open"
  FROM "offence_6"
), "child_1" AS MATERIALIZED (
  SELECT
    *,
    (
      "fact.date_of_birth" <= CAST(739437 AS BIGINT)
    ) AS "date_of_birth <= effective_day",
    (
      "fact.date_of_birth" >= CAST(732863 AS BIGINT)
    ) AS "date_of_birth + 18 years > effective_day"
  FROM "child_0"
), "child_2" AS MATERIALIZED (
  SELECT
    *,
    (
      "date_of_birth <= effective_day" AND "date_of_birth + 18 years > effective_day"
    ) AS "date_of_birth <= effective_day and date_of ~"
  FROM "child_1"
), "person_child_35" AS MATERIALIZED (
  SELECT
    "owner",
    BOOL_OR(CAST((
      "date_of_birth <= effective_day and date_of ~" IS NULL
    ) AS BOOLEAN)) AS "some child: date_of_birth <= effective_day ~.open",
    BOOL_OR(
      CAST(CASE WHEN "date_of_birth <= effective_day and date_of ~" THEN TRUE ELSE FALSE END AS BOOLEAN)
    ) AS "some child: date_of_birth <= effective_day ~.holds"
  FROM "child_2"
  GROUP BY
    "owner"
), "person_24" AS MATERIALIZED (
  SELECT
    o.*,
    COALESCE(g."some child: date_of_birth <= effective_day ~.open", FALSE) AS "some child: date_of_birth <= effective_day ~.open",
    COALESCE(g."some child: date_of_birth <= effective_day ~.holds", FALSE) AS "some child: date_of_birth <= effective_day ~.holds"
  FROM "person_23" AS o
  LEFT JOIN "person_child_35" AS g
    ON o."key" = g."owner"
), "person_offence_37" AS MATERIALIZED (
  SELECT
    "owner",
    BOOL_OR(CAST((
      "the Criminal Code, 3(29)" IS NULL
    ) AS BOOLEAN)) AS "5(1) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "the Criminal Code, 3(29)" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(1) holds of the person.holds",
    BOOL_OR(CAST((
      "the Criminal Code, 3(30)" IS NULL
    ) AS BOOLEAN)) AS "5(2) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "the Criminal Code, 3(30)" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(2) holds of the person.holds",
    BOOL_OR(CAST((
      "extremist_crime or signs_of_extremism" IS NULL
    ) AS BOOLEAN)) AS "5(3) holds of the person.open",
    BOOL_OR(
      CAST(CASE WHEN "extremist_crime or signs_of_extremism" THEN TRUE ELSE FALSE END AS BOOLEAN)
    ) AS "5(3) holds of the person.holds",
    BOOL_OR(CAST((
      "crime_against_minor and (not (1(1)(2) and ~" IS NULL
    ) AS BOOLEAN)) AS "5(4) holds of the person.open",
    BOOL_OR(
      CAST(CASE WHEN "crime_against_minor and (not (1(1)(2) and ~" THEN TRUE ELSE FALSE END AS BOOLEAN)
    ) AS "5(4) holds of the person.holds",
    BOOL_OR(CAST((
      "provision in 146" IS NULL
    ) AS BOOLEAN)) AS "5(5) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "provision in 146" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(5) holds of the person.holds",
    BOOL_OR(CAST((
      "recidivism is recidivism, dangerous" IS NULL
    ) AS BOOLEAN)) AS "5(6) holds of the person.open",
    BOOL_OR(
      CAST(CASE WHEN "recidivism is recidivism, dangerous" THEN TRUE ELSE FALSE END AS BOOLEAN)
    ) AS "5(6) holds of the person.holds",
    BOOL_OR(CAST((
      "fact.life_imprisonment" IS NULL
    ) AS BOOLEAN)) AS "5(7) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "fact.life_imprisonment" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(7) holds of the person.holds",
    BOOL_OR(CAST((
      "fact.in_criminal_group" IS NULL
    ) AS BOOLEAN)) AS "5(8) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "fact.in_criminal_group" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(8) holds of the person.holds",
    BOOL_OR(CAST((
      "provision in 185" IS NULL
    ) AS BOOLEAN)) AS "5(9) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "provision in 185" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(9) holds of the person.holds",
    BOOL_OR(CAST((
      "provision in 107, 108-1, 109-1" IS NULL
    ) AS BOOLEAN)) AS "5(10) holds of the person.open",
    BOOL_OR(
      CAST(CASE WHEN "provision in 107, 108-1, 109-1" THEN TRUE ELSE FALSE END AS BOOLEAN)
    ) AS "5(10) holds of the person.holds",
    BOOL_OR(CAST((
      "provision in 297" IS NULL
    ) AS BOOLEAN)) AS "5(11) holds of the person.open",
    BOOL_OR(CAST(CASE WHEN "provision in 297" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "5(11) holds of the person.holds"
  FROM "offence_7"
  GROUP BY
    "owner"
), "person_25" AS MATERIALIZED (
  SELECT
    o.*,
    COALESCE(g."5(1) holds of the person.open", FALSE) AS "5(1) holds of the person.open",
    COALESCE(g."5(1) holds of the person.holds", FALSE) AS "5(1) holds of the person.holds",
    COALESCE(g."5(2) holds of the person.open", FALSE) AS "5(2) holds of the person.open",
    COALESCE(g."5(2) holds of the person.holds", FALSE) AS "5(2) holds of the person.holds",
    COALESCE(g."5(3) holds of the person.open", FALSE) AS "5(3) holds of the person.open",
    COALESCE(g."5(3) holds of the person.holds", FALSE) AS "5(3) holds of the person.holds",
    COALESCE(g."5(4) holds of the person.open", FALSE) AS "5(4) holds of the person.open",
    COALESCE(g."5(4) holds of the person.holds", FALSE) AS "5(4) holds of the person.holds",
    COALESCE(g."5(5) holds of the person.open", FALSE) AS "5(5) holds of the person.open",
    COALESCE(g."5(5) holds of the person.holds", FALSE) AS "5(5) holds of the person.holds",
    COALESCE(g."5(6) holds of the person.open", FALSE) AS "5(6) holds of the person.open",
    COALESCE(g."5(6) holds of the person.holds", FALSE) AS "5(6) holds of the person.holds",
    COALESCE(g."5(7) holds of the person.open", FALSE) AS "5(7) holds of the person.open",
    COALESCE(g."5(7) holds of the person.holds", FALSE) AS "5(7) holds of the person.holds",
    COALESCE(g."5(8) holds of the person.open", FALSE) AS "5(8) holds of the person.open",
    COALESCE(g."5(8) holds of the person.holds", FALSE) AS "5(8) holds of the person.holds",
    COALESCE(g."5(9) holds of the person.open", FALSE) AS "5(9) holds of the person.open",
    COALESCE(g."5(9) holds of the person.holds", FALSE) AS "5(9) holds of the person.holds",
    COALESCE(g."5(10) holds of the person.open", FALSE) AS "5(10) holds of the person.open",
    COALESCE(g."5(10) holds of the person.holds", FALSE) AS "5(10) holds of the person.holds",
    COALESCE(g."5(11) holds of the person.open", FALSE) AS "5(11) holds of the person.open",
    COALESCE(g."5(11) holds of the person.holds", FALSE) AS "5(11) holds of the person.holds"
  FROM "person_24" AS o
  LEFT JOIN "person_offence_37" AS g
    ON o."key" = g."owner"
), "person_26" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN CASE WHEN "known.child" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "some child: date_of_birth <= effective_day ~.holds"
        THEN TRUE
        ELSE CASE
          WHEN "some child: date_of_birth <= effective_day ~.open"
          THEN CAST(NULL AS BOOLEAN)
          ELSE FALSE
        END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "some child: date_of_birth <= effective_day ~",
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(1) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(1) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(1) holds of the person", /* the offence is a corruption crime; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(2) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(2) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(2) holds of the person", /* the offence is a terrorist crime; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(3) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(3) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(3) holds of the person", /* the offence is an extremist crime or the offence has signs of extremism; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(4) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(4) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(4) holds of the person", /* the offence is a crime against the sexual inviolability of a minor, unless the person had not reached the age of eighteen years on the day of the offence and the victim had reached the age of fourteen years but not of eighteen years; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(5) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(5) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(5) holds of the person", /* the offence is under Article 146 of the Criminal Code; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(6) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(6) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(6) holds of the person", /* the punishment was imposed for recidivism or dangerous recidivism; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(7) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(7) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(7) holds of the person", /* the punishment is life imprisonment; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(8) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(8) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(8) holds of the person", /* the offence was committed as part of a criminal group; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(9) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(9) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(9) holds of the person", /* the offence is under Article 185 of the Criminal Code; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(10) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(10) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(10) holds of the person", /* the offence is under Article 107, 108-1 or 109-1 of the Criminal Code; */
    CASE
      WHEN CASE WHEN "known.offence" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "5(11) holds of the person.holds"
        THEN TRUE
        ELSE CASE WHEN "5(11) holds of the person.open" THEN CAST(NULL AS BOOLEAN) ELSE FALSE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "5(11) holds of the person" /* the offence is under Article 297 of the Criminal Code. */
  FROM "person_25"
), "person_27" AS MATERIALIZED (
  SELECT
    *,
    (
      "some child: date_of_birth <= effective_day ~"
      OR "fact.dependant_with_disability_at_offence_and_conviction"
    ) AS "1(1)(5)(b) of the person", /* the person has a child, adopted or in custody included, under the age of eighteen years on the effective day or the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood; */
    (
      "fact.only_parent" AND "some child: date_of_birth <= effective_day ~"
    ) AS "only_parent and some child: date_of_birth ~"
  FROM "person_26"
), "person_28" AS MATERIALIZED (
  SELECT
    *,
    (
      "1(1)(5)(a) of the person" AND "1(1)(5)(b) of the person"
    ) AS "1(1)(5)(a) of the person and 1(1)(5)(b) of ~",
    (
      "only_parent and some child: date_of_birth ~"
      OR "fact.dependant_with_disability_at_offence_and_conviction"
    ) AS "1(1)(6)(b) of the person" /* the person is the only parent of a child, adopted or in custody included, under the age of eighteen years on the effective day or the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood; or */
  FROM "person_27"
), "person_29" AS MATERIALIZED (
  SELECT
    *,
    (
      "sex is female" AND "1(1)(5)(a) of the person and 1(1)(5)(b) of ~"
    ) AS "1(1)(5) of the person", /* a woman to whom all of the following apply: */
    (
      "1(1)(5)(a) of the person" AND "1(1)(6)(b) of the person"
    ) AS "1(1)(5)(a) of the person and 1(1)(6)(b) of ~"
  FROM "person_28"
), "person_30" AS MATERIALIZED (
  SELECT
    *,
    (
      "sex is male" AND "1(1)(5)(a) of the person and 1(1)(6)(b) of ~"
    ) AS "1(1)(6) of the person" /* a man to whom all of the following apply: */
  FROM "person_29"
), "offence_8" AS MATERIALIZED (
  SELECT
    m.*,
    o."1(1)(5) of the person" AS "person/1(1)(5) of the person",
    o."1(1)(6) of the person" AS "person/1(1)(6) of the person",
    o."5(1) holds of the person" AS "person/5(1) holds of the person",
    o."5(2) holds of the person" AS "person/5(2) holds of the person",
    o."5(3) holds of the person" AS "person/5(3) holds of the person",
    o."5(4) holds of the person" AS "person/5(4) holds of the person",
    o."5(5) holds of the person" AS "person/5(5) holds of the person",
    o."5(6) holds of the person" AS "person/5(6) holds of the person",
    o."5(7) holds of the person" AS "person/5(7) holds of the person",
    o."5(8) holds of the person" AS "person/5(8) holds of the person",
    o."5(9) holds of the person" AS "person/5(9) holds of the person",
    o."5(10) holds of the person" AS "person/5(10) holds of the person",
    o."5(11) holds of the person" AS "person/5(11) holds of the person"
  FROM "offence_7" AS m
  LEFT JOIN "person_30" AS o
    ON m."owner" = o."key"
), "offence_9" AS MATERIALIZED (
  SELECT
    *,
    (
      "person/fact.covered_by_law_on_veterans"
      OR "1(1)(2)"
      OR "person/1(1)(3) of the person"
      OR "person/1(1)(4) of the person"
      OR "person/1(1)(5) of the person"
      OR "person/1(1)(6) of the person"
      OR "person/1(1)(7) of the person"
    ) AS "1(1)", /* In this Law, a socially vulnerable person means any of the following: */
    (
      "person/5(1) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(1)", /* the offence is a corruption crime; */
    (
      "person/5(2) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(2)", /* the offence is a terrorist crime; */
    (
      "person/5(3) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(3)", /* the offence is an extremist crime or the offence has signs of extremism; */
    (
      "person/5(4) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(4)", /* the offence is a crime against the sexual inviolability of a minor, unless the person had not reached the age of eighteen years on the day of the offence and the victim had reached the age of fourteen years but not of eighteen years; */
    (
      "person/5(5) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(5)", /* the offence is under Article 146 of the Criminal Code; */
    (
      "person/5(6) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(6)", /* the punishment was imposed for recidivism or dangerous recidivism; */
    (
      "person/5(7) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(7)", /* the punishment is life imprisonment; */
    (
      "person/5(8) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(8)", /* the offence was committed as part of a criminal group; */
    (
      "person/5(9) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(9)", /* the offence is under Article 185 of the Criminal Code; */
    (
      "person/5(10) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(10)", /* the offence is under Article 107, 108-1 or 109-1 of the Criminal Code; */
    (
      "person/5(11) holds of the person" AND NOT (
        "8"
      )
    ) AS "5(11)" /* the offence is under Article 297 of the Criminal Code. */
  FROM "offence_8"
), "offence_10" AS MATERIALIZED (
  SELECT
    *,
    (
      "5(1)"
      OR "5(2)"
      OR "5(3)"
      OR "5(4)"
      OR "5(5)"
      OR "5(6)"
      OR "5(7)"
      OR "5(8)"
      OR "5(9)"
      OR "5(10)"
      OR "5(11)"
      OR "8"
    ) AS "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~",
    (
      "1(1)" AND "category is medium"
    ) AS "2(1)(3) holds", /* a socially vulnerable person who committed a crime of medium gravity. */
    (
      "1(1)" AND "stage is convicted and category is serious"
    ) AS "socially_vulnerable and (stage is convicte ~",
    (
      "1(1)" AND "stage is convicted and category is especia ~"
    ) AS "socially_vulnerable and (stage is convicte ~ ~2",
    CASE WHEN "5(1)" THEN TRUE ELSE FALSE END AS "outcome.sure11",
    CASE WHEN "5(2)" THEN TRUE ELSE FALSE END AS "outcome.sure12",
    CASE WHEN "5(3)" THEN TRUE ELSE FALSE END AS "outcome.sure13",
    CASE WHEN "5(4)" THEN TRUE ELSE FALSE END AS "outcome.sure14",
    CASE WHEN "5(5)" THEN TRUE ELSE FALSE END AS "outcome.sure15",
    CASE WHEN "5(6)" THEN TRUE ELSE FALSE END AS "outcome.sure16",
    CASE WHEN "5(7)" THEN TRUE ELSE FALSE END AS "outcome.sure17",
    CASE WHEN "5(8)" THEN TRUE ELSE FALSE END AS "outcome.sure18",
    CASE WHEN "5(9)" THEN TRUE ELSE FALSE END AS "outcome.sure19",
    CASE WHEN "5(10)" THEN TRUE ELSE FALSE END AS "outcome.sure20",
    CASE WHEN "5(11)" THEN TRUE ELSE FALSE END AS "outcome.sure21"
  FROM "offence_9"
), "offence_11" AS MATERIALIZED (
  SELECT
    *,
    (
      "2(1)(1) holds" AND NOT (
        "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~"
      )
    ) AS "2(1)(1)", /* a person who committed a criminal misdemeanour or a crime of minor gravity; */
    (
      "2(1)(2) holds" AND NOT (
        "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~"
      )
    ) AS "2(1)(2)", /* a person who committed a crime of medium gravity, if any of the following applies: */
    (
      "2(1)(3) holds" AND NOT (
        "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~"
      )
    ) AS "2(1)(3)", /* a socially vulnerable person who committed a crime of medium gravity. */
    (
      "2(2) holds" AND NOT (
        "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~"
      )
    ) AS "2(2)", /* A person who is convicted of a crime of medium gravity, who has no negative degree of behaviour and who has not more than one year left to serve on the effective day is released from the main punishment. */
    NOT (
      "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~"
    ) AS "3(6)", /* The unserved part of the term is the number of days from the effective day to the end of the term, and not less than zero. The reduction in days is the unserved part of the term multiplied by the reduction, rounded up to a whole day. */
    (
      NOT (
        CASE WHEN NOT (
          "5(1)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure11"
      )
    ) AS "outcome.may11",
    (
      NOT (
        CASE WHEN NOT (
          "5(2)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure12"
      )
    ) AS "outcome.may12",
    (
      NOT (
        CASE WHEN NOT (
          "5(3)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure13"
      )
    ) AS "outcome.may13",
    (
      NOT (
        CASE WHEN NOT (
          "5(4)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure14"
      )
    ) AS "outcome.may14",
    (
      NOT (
        CASE WHEN NOT (
          "5(5)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure15"
      )
    ) AS "outcome.may15",
    (
      NOT (
        CASE WHEN NOT (
          "5(6)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure16"
      )
    ) AS "outcome.may16",
    (
      NOT (
        CASE WHEN NOT (
          "5(7)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure17"
      )
    ) AS "outcome.may17",
    (
      NOT (
        CASE WHEN NOT (
          "5(8)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure18"
      )
    ) AS "outcome.may18",
    (
      NOT (
        CASE WHEN NOT (
          "5(9)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure19"
      )
    ) AS "outcome.may19",
    (
      NOT (
        CASE WHEN NOT (
          "5(10)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure20"
      )
    ) AS "outcome.may20",
    (
      NOT (
        CASE WHEN NOT (
          "5(11)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure21"
      )
    ) AS "outcome.may21",
    (
      "outcome.sure11"
      OR "outcome.sure12"
      OR "outcome.sure13"
      OR "outcome.sure14"
      OR "outcome.sure15"
      OR "outcome.sure16"
      OR "outcome.sure17"
      OR "outcome.sure18"
      OR "outcome.sure19"
      OR "outcome.sure20"
      OR "outcome.sure21"
    ) AS "outcome.value3",
    (
      "outcome.sure15"
      OR "outcome.sure16"
      OR "outcome.sure17"
      OR "outcome.sure18"
      OR "outcome.sure19"
    ) AS "outcome.any.15",
    (
      "outcome.sure11"
      OR "outcome.sure12"
      OR "outcome.sure13"
      OR "outcome.sure14"
      OR "outcome.sure15"
    ) AS "outcome.any3.0",
    (
      "outcome.sure16"
      OR "outcome.sure17"
      OR "outcome.sure18"
      OR "outcome.sure19"
      OR "outcome.sure20"
    ) AS "outcome.any3.5"
  FROM "offence_10"
), "offence_12" AS MATERIALIZED (
  SELECT
    *,
    (
      "2(1)(1)" OR "2(1)(2)" OR "2(1)(3)" OR "2(2)"
    ) AS "2(1)(1) or 2(1)(2) or 2(1)(3) or 2(2)",
    (
      "2(1)(1)" AND "stage is open"
    ) AS "2(1)(1) and stage is open",
    (
      "2(1)(1)" AND "stage is convicted"
    ) AS "2(1)(1) and stage is convicted",
    (
      "2(1)(2)" AND "stage is open"
    ) AS "2(1)(2) and stage is open",
    (
      "2(1)(2)" AND "stage is convicted"
    ) AS "2(1)(2) and stage is convicted",
    (
      "2(1)(3)" AND "stage is open"
    ) AS "2(1)(3) and stage is open",
    (
      "2(1)(3)" AND "stage is convicted"
    ) AS "2(1)(3) and stage is convicted",
    CASE WHEN "2(2)" THEN TRUE ELSE FALSE END AS "outcome.sure6"
  FROM "offence_11"
), "offence_13" AS MATERIALIZED (
  SELECT
    *,
    NOT (
      "2(1)(1) or 2(1)(2) or 2(1)(3) or 2(2)"
    ) AS "not (2(1)(1) or 2(1)(2) or 2(1)(3) or 2(2))",
    CASE WHEN "2(1)(1) and stage is open" THEN TRUE ELSE FALSE END AS "outcome.sure0",
    CASE WHEN "2(1)(1) and stage is convicted" THEN TRUE ELSE FALSE END AS "outcome.sure1",
    CASE WHEN "2(1)(2) and stage is open" THEN TRUE ELSE FALSE END AS "outcome.sure2",
    CASE WHEN "2(1)(2) and stage is convicted" THEN TRUE ELSE FALSE END AS "outcome.sure3",
    CASE WHEN "2(1)(3) and stage is open" THEN TRUE ELSE FALSE END AS "outcome.sure4",
    CASE WHEN "2(1)(3) and stage is convicted" THEN TRUE ELSE FALSE END AS "outcome.sure5",
    (
      NOT (
        CASE WHEN NOT (
          "2(2)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure6"
      )
    ) AS "outcome.may6"
  FROM "offence_12"
), "offence_14" AS MATERIALIZED (
  SELECT
    *,
    NOT (
      "not (2(1)(1) or 2(1)(2) or 2(1)(3) or 2(2))"
    ) AS "3(4) holds", /* Paragraphs 1 to 3 of this Article apply to an offence only if Article 2 does not apply to the offence. */
    (
      NOT (
        CASE WHEN NOT (
          "2(1)(1) and stage is open"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure0"
      )
    ) AS "outcome.may0",
    (
      NOT (
        CASE WHEN NOT (
          "2(1)(1) and stage is convicted"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure1"
      )
    ) AS "outcome.may1",
    (
      NOT (
        CASE WHEN NOT (
          "2(1)(2) and stage is open"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure2"
      )
    ) AS "outcome.may2",
    (
      NOT (
        CASE WHEN NOT (
          "2(1)(2) and stage is convicted"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure3"
      )
    ) AS "outcome.may3",
    (
      NOT (
        CASE WHEN NOT (
          "2(1)(3) and stage is open"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure4"
      )
    ) AS "outcome.may4",
    (
      NOT (
        CASE WHEN NOT (
          "2(1)(3) and stage is convicted"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure5"
      )
    ) AS "outcome.may5",
    (
      "outcome.sure0" OR "outcome.sure2" OR "outcome.sure4"
    ) AS "outcome.value0",
    (
      "outcome.sure1" OR "outcome.sure3" OR "outcome.sure5" OR "outcome.sure6"
    ) AS "outcome.value1",
    (
      "outcome.sure0"
      OR "outcome.sure1"
      OR "outcome.sure2"
      OR "outcome.sure3"
      OR "outcome.sure4"
    ) AS "outcome.any.0"
  FROM "offence_13"
), "offence_15" AS MATERIALIZED (
  SELECT
    *,
    (
      "3(4) holds" AND NOT (
        "5(1) or 5(2) or 5(3) or 5(4) or 5(5) or 5( ~"
      )
    ) AS "3(4)" /* Paragraphs 1 to 3 of this Article apply to an offence only if Article 2 does not apply to the offence. */
  FROM "offence_14"
), "offence_16" AS MATERIALIZED (
  SELECT
    *,
    (
      "3(4)"
      OR "5(1)"
      OR "5(2)"
      OR "5(3)"
      OR "5(4)"
      OR "5(5)"
      OR "5(6)"
      OR "5(7)"
      OR "5(8)"
      OR "5(9)"
      OR "5(10)"
      OR "5(11)"
      OR "8"
    ) AS "3(4) or 5(1) or 5(2) or 5(3) or 5(4) or 5( ~"
  FROM "offence_15"
), "offence_17" AS MATERIALIZED (
  SELECT
    *,
    (
      "socially_vulnerable and (stage is convicte ~"
      AND NOT (
        "3(4) or 5(1) or 5(2) or 5(3) or 5(4) or 5( ~"
      )
    ) AS "rule of 3(1)",
    (
      "socially_vulnerable and (stage is convicte ~ ~2"
      AND NOT (
        "3(4) or 5(1) or 5(2) or 5(3) or 5(4) or 5( ~"
      )
    ) AS "rule of 3(1) ~2",
    (
      "3(2) holds" AND NOT (
        "3(4) or 5(1) or 5(2) or 5(3) or 5(4) or 5( ~"
      )
    ) AS "3(2)", /* The unserved part of the main punishment is reduced by one fifth for a person who is convicted under Article 189 or 190 of the Criminal Code, if the damage is compensated in full and every civil claim is satisfied. */
    (
      "3(3) holds" AND NOT (
        "3(4) or 5(1) or 5(2) or 5(3) or 5(4) or 5( ~"
      )
    ) AS "3(3)" /* The unserved part of the main punishment is reduced by one half for a person who is convicted of a crime of medium gravity. */
  FROM "offence_16"
), "offence_18" AS MATERIALIZED (
  SELECT
    *,
    CASE WHEN "rule of 3(1)" THEN TRUE ELSE FALSE END AS "outcome.sure7",
    CASE WHEN "rule of 3(1) ~2" THEN TRUE ELSE FALSE END AS "outcome.sure8",
    CASE WHEN "3(2)" THEN TRUE ELSE FALSE END AS "outcome.sure9",
    CASE WHEN "3(3)" THEN TRUE ELSE FALSE END AS "outcome.sure10",
    CASE WHEN "rule of 3(1)" THEN TRUE ELSE FALSE END AS "reduction.sure0",
    CASE WHEN "rule of 3(1) ~2" THEN TRUE ELSE FALSE END AS "reduction.sure1",
    CASE WHEN "3(2)" THEN TRUE ELSE FALSE END AS "reduction.sure2",
    CASE WHEN "3(3)" THEN TRUE ELSE FALSE END AS "reduction.sure3"
  FROM "offence_17"
), "offence_19" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        CASE WHEN NOT (
          "rule of 3(1)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure7"
      )
    ) AS "outcome.may7",
    (
      NOT (
        CASE WHEN NOT (
          "rule of 3(1) ~2"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure8"
      )
    ) AS "outcome.may8",
    (
      NOT (
        CASE WHEN NOT (
          "3(2)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure9"
      )
    ) AS "outcome.may9",
    (
      NOT (
        CASE WHEN NOT (
          "3(3)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "outcome.sure10"
      )
    ) AS "outcome.may10",
    (
      "outcome.sure0"
      OR "outcome.sure1"
      OR "outcome.sure2"
      OR "outcome.sure3"
      OR "outcome.sure4"
      OR "outcome.sure5"
      OR "outcome.sure6"
      OR "outcome.sure7"
      OR "outcome.sure8"
      OR "outcome.sure9"
      OR "outcome.sure10"
      OR "outcome.sure11"
      OR "outcome.sure12"
      OR "outcome.sure13"
      OR "outcome.sure14"
      OR "outcome.sure15"
      OR "outcome.sure16"
      OR "outcome.sure17"
      OR "outcome.sure18"
      OR "outcome.sure19"
      OR "outcome.sure20"
      OR "outcome.sure21"
    ) AS "outcome.given",
    (
      "outcome.sure7" OR "outcome.sure8" OR "outcome.sure9" OR "outcome.sure10"
    ) AS "outcome.value2",
    (
      "outcome.sure5"
      OR "outcome.sure6"
      OR "outcome.sure7"
      OR "outcome.sure8"
      OR "outcome.sure9"
    ) AS "outcome.any.5",
    (
      "outcome.sure10"
      OR "outcome.sure11"
      OR "outcome.sure12"
      OR "outcome.sure13"
      OR "outcome.sure14"
    ) AS "outcome.any.10",
    (
      NOT (
        CASE WHEN NOT (
          "rule of 3(1)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "reduction.sure0"
      )
    ) AS "reduction.may0",
    (
      NOT (
        CASE WHEN NOT (
          "rule of 3(1) ~2"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "reduction.sure1"
      )
    ) AS "reduction.may1",
    (
      NOT (
        CASE WHEN NOT (
          "3(2)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "reduction.sure2"
      )
    ) AS "reduction.may2",
    (
      NOT (
        CASE WHEN NOT (
          "3(3)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "reduction.sure3"
      )
    ) AS "reduction.may3",
    (
      "reduction.sure0" OR "reduction.sure1" OR "reduction.sure2" OR "reduction.sure3"
    ) AS "reduction.given"
  FROM "offence_18"
), "offence_20" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "outcome.value0"
        AND (
          "outcome.value1" OR "outcome.value2" OR "outcome.value3"
        )
      )
      OR (
        "outcome.value1" AND (
          "outcome.value2" OR "outcome.value3"
        )
      )
      OR (
        "outcome.value2" AND "outcome.value3"
      )
    ) AS "outcome.contradiction",
    CASE
      WHEN "reduction.given"
      THEN (
        (
          "reduction.may0" AND NOT (
            (
              "reduction.sure3" OR "reduction.sure0"
            )
          )
        )
        OR (
          "reduction.may1"
          AND NOT (
            (
              "reduction.sure3" OR "reduction.sure0" OR "reduction.sure1"
            )
          )
        )
        OR (
          "reduction.may2"
          AND NOT (
            (
              "reduction.sure3" OR "reduction.sure0" OR "reduction.sure1" OR "reduction.sure2"
            )
          )
        )
        OR (
          "reduction.may3" AND NOT (
            "reduction.sure3"
          )
        )
      )
      ELSE (
        "reduction.may0" OR "reduction.may1" OR "reduction.may2" OR "reduction.may3"
      )
    END AS "reduction.open"
  FROM "offence_19"
), "offence_21" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        "outcome.contradiction"
      )
      AND CASE
        WHEN "outcome.given"
        THEN (
          (
            "outcome.may0" AND NOT (
              "outcome.value0"
            )
          )
          OR (
            "outcome.may1" AND NOT (
              "outcome.value1"
            )
          )
          OR (
            "outcome.may2" AND NOT (
              "outcome.value0"
            )
          )
          OR (
            "outcome.may3" AND NOT (
              "outcome.value1"
            )
          )
          OR (
            "outcome.may4" AND NOT (
              "outcome.value0"
            )
          )
          OR (
            "outcome.may5" AND NOT (
              "outcome.value1"
            )
          )
          OR (
            "outcome.may6" AND NOT (
              "outcome.value1"
            )
          )
          OR (
            "outcome.may7" AND NOT (
              "outcome.value2"
            )
          )
          OR (
            "outcome.may8" AND NOT (
              "outcome.value2"
            )
          )
          OR (
            "outcome.may9" AND NOT (
              "outcome.value2"
            )
          )
          OR (
            "outcome.may10" AND NOT (
              "outcome.value2"
            )
          )
          OR (
            "outcome.may11" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may12" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may13" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may14" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may15" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may16" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may17" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may18" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may19" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may20" AND NOT (
              "outcome.value3"
            )
          )
          OR (
            "outcome.may21" AND NOT (
              "outcome.value3"
            )
          )
        )
        ELSE (
          "outcome.may0"
          OR "outcome.may1"
          OR "outcome.may2"
          OR "outcome.may3"
          OR "outcome.may4"
          OR "outcome.may5"
          OR "outcome.may6"
          OR "outcome.may7"
          OR "outcome.may8"
          OR "outcome.may9"
          OR "outcome.may10"
          OR "outcome.may11"
          OR "outcome.may12"
          OR "outcome.may13"
          OR "outcome.may14"
          OR "outcome.may15"
          OR "outcome.may16"
          OR "outcome.may17"
          OR "outcome.may18"
          OR "outcome.may19"
          OR "outcome.may20"
          OR "outcome.may21"
        )
      END
    ) AS "outcome.open",
    CASE
      WHEN "reduction.open"
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN "reduction.given"
        THEN CASE
          WHEN "reduction.sure3"
          THEN CAST(30 AS BIGINT)
          ELSE CASE
            WHEN "reduction.sure0"
            THEN CAST(20 AS BIGINT)
            ELSE CASE
              WHEN "reduction.sure1"
              THEN CAST(15 AS BIGINT)
              ELSE CASE WHEN "reduction.sure2" THEN CAST(12 AS BIGINT) ELSE CAST(NULL AS BIGINT) END
            END
          END
        END
        ELSE CAST(NULL AS BIGINT)
      END
    END AS "reduction",
    CASE WHEN "reduction.open" THEN FALSE ELSE NOT (
      "reduction.given"
    ) END AS "reduction is nothing"
  FROM "offence_20"
), "offence_22" AS MATERIALIZED (
  SELECT
    *,
    (
      "largest of days from effective_day to term ~" * "reduction"
    ) AS "unserved_part * reduction"
  FROM "offence_21"
), "offence_23" AS MATERIALIZED (
  SELECT
    *,
    (
      CAST(0 AS BIGINT) - "unserved_part * reduction"
    ) AS "#41"
  FROM "offence_22"
), "offence_24" AS MATERIALIZED (
  SELECT
    *,
    (
      CAST(0 AS BIGINT) - CASE
        WHEN "#41" < 0
        THEN -(
          (
            (
              CAST(59 AS BIGINT) - "#41"
            ) // CAST(60 AS BIGINT)
          )
        )
        ELSE (
          "#41" // CAST(60 AS BIGINT)
        )
      END
    ) AS "unserved_part * reduction, rounded up"
  FROM "offence_23"
), "offence_25" AS MATERIALIZED (
  SELECT
    *,
    (
      CASE WHEN "3(6)" THEN TRUE ELSE FALSE END
      AND NOT (
        "reduction is nothing"
      )
      AND NOT (
        (
          "unserved_part * reduction, rounded up" IS NULL
        )
      )
    ) AS "days_off.sure0"
  FROM "offence_24"
), "offence_26" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        CASE WHEN NOT (
          "3(6)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "reduction is nothing"
      )
      AND NOT (
        "days_off.sure0"
      )
    ) AS "days_off.may0",
    CASE
      WHEN "days_off.sure0"
      THEN "unserved_part * reduction, rounded up"
      ELSE CAST(NULL AS BIGINT)
    END AS "days_off.result"
  FROM "offence_25"
), "offence_27" AS MATERIALIZED (
  SELECT
    *,
    (
      "days_off.sure0"
      AND CASE
        WHEN (
          "unserved_part * reduction, rounded up" <> "days_off.result"
        )
        THEN TRUE
        ELSE FALSE
      END
    ) AS "days_off.contradiction"
  FROM "offence_26"
), "offence_28" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        "days_off.contradiction"
      )
      AND CASE
        WHEN "days_off.sure0"
        THEN (
          "days_off.may0"
          AND (
            (
              "unserved_part * reduction, rounded up" IS NULL
            )
            OR CASE
              WHEN (
                "unserved_part * reduction, rounded up" <> "days_off.result"
              )
              THEN TRUE
              ELSE FALSE
            END
          )
        )
        ELSE "days_off.may0"
      END
    ) AS "days_off.open"
  FROM "offence_27"
), "offence_29" AS MATERIALIZED (
  SELECT
    m.*,
    o."1(1)(5)(a) of the person" AS "person/1(1)(5)(a) of the person",
    o."1(1)(5)(b) of the person" AS "person/1(1)(5)(b) of the person",
    o."1(1)(6)(b) of the person" AS "person/1(1)(6)(b) of the person"
  FROM "offence_28" AS m
  LEFT JOIN "person_30" AS o
    ON m."owner" = o."key"
), "offence_30" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "outcome.open" OR "outcome.contradiction"
      )
      THEN CAST(NULL AS TEXT)
      ELSE CASE
        WHEN "outcome.given"
        THEN CASE
          WHEN "outcome.value0"
          THEN 'released_from_liability'
          ELSE CASE
            WHEN "outcome.value1"
            THEN 'released_from_main_punishment'
            ELSE CASE
              WHEN "outcome.value2"
              THEN 'reduced'
              ELSE CASE WHEN "outcome.value3" THEN 'excluded' ELSE CAST(NULL AS TEXT) END
            END
          END
        END
        ELSE 'not_covered'
      END
    END AS "outcome.value",
    CASE
      WHEN "outcome.open"
      THEN 'open'
      ELSE CASE WHEN "outcome.contradiction" THEN 'contradiction' ELSE 'decided' END
    END AS "outcome.status",
    (
      (
        NOT (
          "outcome.open"
        ) AND "outcome.sure0"
      )
      OR (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN "outcome.sure1"
          ELSE (
            "outcome.sure1" AND NOT (
              "outcome.sure0"
            )
          )
        END
      )
    ) AS "outcome.cites.2(1)(1)",
    (
      (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN (
            "outcome.sure2" AND NOT (
              "outcome.sure0"
            )
          )
          ELSE (
            "outcome.sure2" AND NOT (
              (
                "outcome.sure0" OR "outcome.sure1"
              )
            )
          )
        END
      )
      OR (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN (
            "outcome.sure3" AND NOT (
              "outcome.sure1"
            )
          )
          ELSE (
            "outcome.sure3"
            AND NOT (
              (
                "outcome.sure0" OR "outcome.sure1" OR "outcome.sure2"
              )
            )
          )
        END
      )
    ) AS "outcome.cites.2(1)(2)",
    (
      (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN (
            "outcome.sure4" AND NOT (
              (
                "outcome.sure0" OR "outcome.sure2"
              )
            )
          )
          ELSE (
            "outcome.sure4"
            AND NOT (
              (
                "outcome.sure0" OR "outcome.sure1" OR "outcome.sure2" OR "outcome.sure3"
              )
            )
          )
        END
      )
      OR (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN (
            "outcome.sure5" AND NOT (
              (
                "outcome.sure1" OR "outcome.sure3"
              )
            )
          )
          ELSE (
            "outcome.sure5" AND NOT (
              "outcome.any.0"
            )
          )
        END
      )
    ) AS "outcome.cites.2(1)(3)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure6"
          AND NOT (
            (
              "outcome.sure1" OR "outcome.sure3" OR "outcome.sure5"
            )
          )
        )
        ELSE (
          "outcome.sure6" AND NOT (
            (
              "outcome.any.0" OR "outcome.sure5"
            )
          )
        )
      END
    ) AS "outcome.cites.2(2)",
    (
      (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN "outcome.sure7"
          ELSE (
            "outcome.sure7"
            AND NOT (
              (
                "outcome.any.0" OR "outcome.sure5" OR "outcome.sure6"
              )
            )
          )
        END
      )
      OR (
        NOT (
          "outcome.open"
        )
        AND CASE
          WHEN "outcome.contradiction"
          THEN (
            "outcome.sure8" AND NOT (
              "outcome.sure7"
            )
          )
          ELSE (
            "outcome.sure8"
            AND NOT (
              (
                "outcome.any.0" OR "outcome.sure5" OR "outcome.sure6" OR "outcome.sure7"
              )
            )
          )
        END
      )
    ) AS "outcome.cites.3(1)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure9" AND NOT (
            (
              "outcome.sure7" OR "outcome.sure8"
            )
          )
        )
        ELSE (
          "outcome.sure9"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.sure5"
              OR "outcome.sure6"
              OR "outcome.sure7"
              OR "outcome.sure8"
            )
          )
        )
      END
    ) AS "outcome.cites.3(2)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure10"
          AND NOT (
            (
              "outcome.sure7" OR "outcome.sure8" OR "outcome.sure9"
            )
          )
        )
        ELSE (
          "outcome.sure10" AND NOT (
            (
              "outcome.any.0" OR "outcome.any.5"
            )
          )
        )
      END
    ) AS "outcome.cites.3(3)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN "outcome.sure11"
        ELSE (
          "outcome.sure11"
          AND NOT (
            (
              "outcome.any.0" OR "outcome.any.5" OR "outcome.sure10"
            )
          )
        )
      END
    ) AS "outcome.cites.5(1)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure12" AND NOT (
            "outcome.sure11"
          )
        )
        ELSE (
          "outcome.sure12"
          AND NOT (
            (
              "outcome.any.0" OR "outcome.any.5" OR "outcome.sure10" OR "outcome.sure11"
            )
          )
        )
      END
    ) AS "outcome.cites.5(2)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure13" AND NOT (
            (
              "outcome.sure11" OR "outcome.sure12"
            )
          )
        )
        ELSE (
          "outcome.sure13"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.any.5"
              OR "outcome.sure10"
              OR "outcome.sure11"
              OR "outcome.sure12"
            )
          )
        )
      END
    ) AS "outcome.cites.5(3)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure14"
          AND NOT (
            (
              "outcome.sure11" OR "outcome.sure12" OR "outcome.sure13"
            )
          )
        )
        ELSE (
          "outcome.sure14"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.any.5"
              OR "outcome.sure10"
              OR "outcome.sure11"
              OR "outcome.sure12"
              OR "outcome.sure13"
            )
          )
        )
      END
    ) AS "outcome.cites.5(4)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure15"
          AND NOT (
            (
              "outcome.sure11" OR "outcome.sure12" OR "outcome.sure13" OR "outcome.sure14"
            )
          )
        )
        ELSE (
          "outcome.sure15"
          AND NOT (
            (
              "outcome.any.0" OR "outcome.any.5" OR "outcome.any.10"
            )
          )
        )
      END
    ) AS "outcome.cites.5(5)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure16" AND NOT (
            "outcome.any3.0"
          )
        )
        ELSE (
          "outcome.sure16"
          AND NOT (
            (
              "outcome.any.0" OR "outcome.any.5" OR "outcome.any.10" OR "outcome.sure15"
            )
          )
        )
      END
    ) AS "outcome.cites.5(6)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure17" AND NOT (
            (
              "outcome.any3.0" OR "outcome.sure16"
            )
          )
        )
        ELSE (
          "outcome.sure17"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.any.5"
              OR "outcome.any.10"
              OR "outcome.sure15"
              OR "outcome.sure16"
            )
          )
        )
      END
    ) AS "outcome.cites.5(7)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure18"
          AND NOT (
            (
              "outcome.any3.0" OR "outcome.sure16" OR "outcome.sure17"
            )
          )
        )
        ELSE (
          "outcome.sure18"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.any.5"
              OR "outcome.any.10"
              OR "outcome.sure15"
              OR "outcome.sure16"
              OR "outcome.sure17"
            )
          )
        )
      END
    ) AS "outcome.cites.5(8)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure19"
          AND NOT (
            (
              "outcome.any3.0" OR "outcome.sure16" OR "outcome.sure17" OR "outcome.sure18"
            )
          )
        )
        ELSE (
          "outcome.sure19"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.any.5"
              OR "outcome.any.10"
              OR "outcome.sure15"
              OR "outcome.sure16"
              OR "outcome.sure17"
              OR "outcome.sure18"
            )
          )
        )
      END
    ) AS "outcome.cites.5(9)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure20"
          AND NOT (
            (
              "outcome.any3.0"
              OR "outcome.sure16"
              OR "outcome.sure17"
              OR "outcome.sure18"
              OR "outcome.sure19"
            )
          )
        )
        ELSE (
          "outcome.sure20"
          AND NOT (
            (
              "outcome.any.0" OR "outcome.any.5" OR "outcome.any.10" OR "outcome.any.15"
            )
          )
        )
      END
    ) AS "outcome.cites.5(10)",
    (
      NOT (
        "outcome.open"
      )
      AND CASE
        WHEN "outcome.contradiction"
        THEN (
          "outcome.sure21" AND NOT (
            (
              "outcome.any3.0" OR "outcome.any3.5"
            )
          )
        )
        ELSE (
          "outcome.sure21"
          AND NOT (
            (
              "outcome.any.0"
              OR "outcome.any.5"
              OR "outcome.any.10"
              OR "outcome.any.15"
              OR "outcome.sure20"
            )
          )
        )
      END
    ) AS "outcome.cites.5(11)",
    (
      (
        NOT (
          "outcome.given"
        ) AND NOT (
          "outcome.open"
        )
      )
      AND CASE WHEN "3(4)" THEN TRUE ELSE FALSE END
      AND (
        (
          NOT (
            CASE
              WHEN NOT (
                "socially_vulnerable and (stage is convicte ~"
              )
              THEN TRUE
              ELSE FALSE
            END
          )
          AND TRUE
        )
        OR (
          NOT (
            CASE
              WHEN NOT (
                "socially_vulnerable and (stage is convicte ~ ~2"
              )
              THEN TRUE
              ELSE FALSE
            END
          )
          AND TRUE
        )
        OR (
          NOT (
            CASE WHEN NOT (
              "3(2) holds"
            ) THEN TRUE ELSE FALSE END
          ) AND TRUE
        )
        OR (
          NOT (
            CASE WHEN NOT (
              "3(3) holds"
            ) THEN TRUE ELSE FALSE END
          ) AND TRUE
        )
      )
    ) AS "outcome.cites.3(4)",
    (
      (
        NOT (
          "outcome.given"
        ) AND NOT (
          "outcome.open"
        )
      )
      AND CASE WHEN "8" THEN TRUE ELSE FALSE END
    ) AS "outcome.cites.8",
    CASE
      WHEN "reduction.open"
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN "reduction.given"
        THEN CASE
          WHEN "reduction.sure3"
          THEN CAST(30 AS BIGINT)
          ELSE CASE
            WHEN "reduction.sure0"
            THEN CAST(20 AS BIGINT)
            ELSE CASE
              WHEN "reduction.sure1"
              THEN CAST(15 AS BIGINT)
              ELSE CASE WHEN "reduction.sure2" THEN CAST(12 AS BIGINT) ELSE CAST(NULL AS BIGINT) END
            END
          END
        END
        ELSE CAST(NULL AS BIGINT)
      END
    END AS "reduction.value",
    CASE
      WHEN "reduction.open"
      THEN 'open'
      ELSE CASE
        WHEN CASE WHEN "reduction.open" THEN FALSE ELSE NOT (
          "reduction.given"
        ) END
        THEN 'nothing'
        ELSE 'decided'
      END
    END AS "reduction.status",
    (
      (
        NOT (
          "reduction.open"
        )
        AND (
          "reduction.sure0" AND NOT (
            "reduction.sure3"
          )
        )
      )
      OR (
        NOT (
          "reduction.open"
        )
        AND (
          (
            "reduction.sure1" AND NOT (
              (
                "reduction.sure3" OR "reduction.sure0"
              )
            )
          )
          AND NOT (
            (
              "reduction.sure0" AND NOT (
                "reduction.sure3"
              )
            )
          )
        )
      )
    ) AS "reduction.cites.3(1)",
    (
      NOT (
        "reduction.open"
      )
      AND (
        (
          "reduction.sure2"
          AND NOT (
            (
              "reduction.sure3" OR "reduction.sure0" OR "reduction.sure1"
            )
          )
        )
        AND NOT (
          (
            (
              "reduction.sure0" AND NOT (
                "reduction.sure3"
              )
            )
            OR (
              "reduction.sure1" AND NOT (
                (
                  "reduction.sure3" OR "reduction.sure0"
                )
              )
            )
          )
        )
      )
    ) AS "reduction.cites.3(2)",
    (
      NOT (
        "reduction.open"
      )
      AND (
        "reduction.sure3"
        AND NOT (
          (
            (
              "reduction.sure0" AND NOT (
                "reduction.sure3"
              )
            )
            OR (
              "reduction.sure1" AND NOT (
                (
                  "reduction.sure3" OR "reduction.sure0"
                )
              )
            )
            OR (
              "reduction.sure2"
              AND NOT (
                (
                  "reduction.sure3" OR "reduction.sure0" OR "reduction.sure1"
                )
              )
            )
          )
        )
      )
    ) AS "reduction.cites.3(3)",
    (
      (
        NOT (
          "reduction.given"
        ) AND NOT (
          "reduction.open"
        )
      )
      AND CASE WHEN "3(4)" THEN TRUE ELSE FALSE END
    ) AS "reduction.cites.3(4)",
    (
      (
        NOT (
          "reduction.given"
        ) AND NOT (
          "reduction.open"
        )
      )
      AND CASE WHEN "8" THEN TRUE ELSE FALSE END
    ) AS "reduction.cites.8",
    CASE
      WHEN (
        "days_off.open" OR "days_off.contradiction"
      )
      THEN CAST(NULL AS BIGINT)
      ELSE CASE WHEN "days_off.sure0" THEN "days_off.result" ELSE CAST(NULL AS BIGINT) END
    END AS "days_off.value",
    CASE
      WHEN "days_off.open"
      THEN 'open'
      ELSE CASE
        WHEN "days_off.contradiction"
        THEN 'contradiction'
        ELSE CASE
          WHEN CASE
            WHEN (
              "days_off.open" OR "days_off.contradiction"
            )
            THEN FALSE
            ELSE NOT (
              "days_off.sure0"
            )
          END
          THEN 'nothing'
          ELSE 'decided'
        END
      END
    END AS "days_off.status",
    (
      NOT (
        "days_off.open"
      ) AND "days_off.sure0"
    ) AS "days_off.cites.3(6)",
    (
      (
        NOT (
          "days_off.sure0"
        ) AND NOT (
          "days_off.open"
        )
      )
      AND CASE WHEN "8" THEN TRUE ELSE FALSE END
    ) AS "days_off.cites.8",
    CASE
      WHEN "obliged_to_compensate.open"
      THEN CAST(NULL AS BOOLEAN)
      ELSE CASE
        WHEN "obliged_to_compensate.sure0"
        THEN CASE WHEN "obliged_to_compensate.sure0" THEN TRUE ELSE CAST(NULL AS BOOLEAN) END
        ELSE FALSE
      END
    END AS "obliged_to_compensate.value",
    CASE WHEN "obliged_to_compensate.open" THEN 'open' ELSE 'decided' END AS "obliged_to_compensate.status",
    (
      NOT (
        "obliged_to_compensate.open"
      ) AND "obliged_to_compensate.sure0"
    ) AS "obliged_to_compensate.cites.4(2)",
    "1(1)" AS "art_1__para_1.holds",
    "person/fact.covered_by_law_on_veterans" AS "art_1__para_1__point_1.holds",
    "1(1)(2)" AS "art_1__para_1__point_2.holds",
    "person/1(1)(3) of the person" AS "art_1__para_1__point_3.holds",
    "person/1(1)(4) of the person" AS "art_1__para_1__point_4.holds",
    "person/1(1)(5) of the person" AS "art_1__para_1__point_5.holds",
    "person/1(1)(5)(a) of the person" AS "art_1__para_1__point_5__subpoint_a.holds",
    "person/1(1)(5)(b) of the person" AS "art_1__para_1__point_5__subpoint_b.holds",
    "person/1(1)(6) of the person" AS "art_1__para_1__point_6.holds",
    "person/1(1)(6)(b) of the person" AS "art_1__para_1__point_6__subpoint_b.holds",
    "person/1(1)(7) of the person" AS "art_1__para_1__point_7.holds",
    "2(1)(1) holds" AS "art_2__para_1__point_1.holds",
    "2(1)(1)" AS "art_2__para_1__point_1.applies",
    "5(1)" AS "displaced.11",
    "5(2)" AS "displaced.12",
    "5(3)" AS "displaced.13",
    "5(4)" AS "displaced.14",
    "5(5)" AS "displaced.15",
    "5(6)" AS "displaced.16",
    "5(7)" AS "displaced.17",
    "5(8)" AS "displaced.18",
    "5(9)" AS "displaced.19",
    "5(10)" AS "displaced.20",
    "5(11)" AS "displaced.21",
    "8" AS "displaced.22",
    "2(1)(2) holds" AS "art_2__para_1__point_2.holds",
    "2(1)(2)" AS "art_2__para_1__point_2.applies",
    "2(1)(2)(a)" AS "art_2__para_1__point_2__subpoint_a.holds",
    "fact.damage_compensated_in_full" AS "art_2__para_1__point_2__subpoint_b.holds",
    "2(1)(2)(c)" AS "art_2__para_1__point_2__subpoint_c.holds",
    "2(1)(3) holds" AS "art_2__para_1__point_3.holds",
    "2(1)(3)" AS "art_2__para_1__point_3.applies",
    "2(2) holds" AS "art_2__para_2.holds",
    "2(2)" AS "art_2__para_2.applies",
    (
      "socially_vulnerable and (stage is convicte ~"
      OR "socially_vulnerable and (stage is convicte ~ ~2"
    ) AS "art_3__para_1.holds",
    (
      "rule of 3(1)" OR "rule of 3(1) ~2"
    ) AS "art_3__para_1.applies",
    "3(4)" AS "displaced.8",
    "3(2) holds" AS "art_3__para_2.holds",
    "3(2)" AS "art_3__para_2.applies",
    "3(3) holds" AS "art_3__para_3.holds",
    "3(3)" AS "art_3__para_3.applies",
    "3(4) holds" AS "art_3__para_4.holds",
    TRUE AS "art_3__para_6.holds",
    "3(6)" AS "art_3__para_6.applies",
    "4(2)" AS "art_4__para_2.holds",
    "person/5(1) holds of the person" AS "art_5__point_1.holds",
    "person/5(2) holds of the person" AS "art_5__point_2.holds",
    "person/5(3) holds of the person" AS "art_5__point_3.holds",
    "person/5(4) holds of the person" AS "art_5__point_4.holds",
    "person/5(5) holds of the person" AS "art_5__point_5.holds",
    "person/5(6) holds of the person" AS "art_5__point_6.holds",
    "person/5(7) holds of the person" AS "art_5__point_7.holds",
    "person/5(8) holds of the person" AS "art_5__point_8.holds",
    "person/5(9) holds of the person" AS "art_5__point_9.holds",
    "person/5(10) holds of the person" AS "art_5__point_10.holds",
    "person/5(11) holds of the person" AS "art_5__point_11.holds",
    "the Criminal Code, 3(29)" AS "kz/criminal-code#art_3__point_29.holds",
    "the Criminal Code, 3(29)(a)" AS "kz/criminal-code#art_3__point_29__subpoint_a.holds",
    "the Criminal Code, 3(29)(b)" AS "kz/criminal-code#art_3__point_29__subpoint_b.holds",
    "the Criminal Code, 3(30)" AS "kz/criminal-code#art_3__point_30.holds",
    "the Criminal Code, 3(39)" AS "kz/criminal-code#art_3__point_39.holds",
    "the Criminal Code, 3(42)" AS "kz/criminal-code#art_3__point_42.holds"
  FROM "offence_29"
)
SELECT
  "key" AS "offence_id",
  "outcome.value" AS "outcome",
  "outcome.status" AS "outcome_status",
  "outcome.cites.2(1)(1)" AS "outcome by 2(1)(1)",
  "outcome.cites.2(1)(2)" AS "outcome by 2(1)(2)",
  "outcome.cites.2(1)(3)" AS "outcome by 2(1)(3)",
  "outcome.cites.2(2)" AS "outcome by 2(2)",
  "outcome.cites.3(1)" AS "outcome by 3(1)",
  "outcome.cites.3(2)" AS "outcome by 3(2)",
  "outcome.cites.3(3)" AS "outcome by 3(3)",
  "outcome.cites.5(1)" AS "outcome by 5(1)",
  "outcome.cites.5(2)" AS "outcome by 5(2)",
  "outcome.cites.5(3)" AS "outcome by 5(3)",
  "outcome.cites.5(4)" AS "outcome by 5(4)",
  "outcome.cites.5(5)" AS "outcome by 5(5)",
  "outcome.cites.5(6)" AS "outcome by 5(6)",
  "outcome.cites.5(7)" AS "outcome by 5(7)",
  "outcome.cites.5(8)" AS "outcome by 5(8)",
  "outcome.cites.5(9)" AS "outcome by 5(9)",
  "outcome.cites.5(10)" AS "outcome by 5(10)",
  "outcome.cites.5(11)" AS "outcome by 5(11)",
  "outcome.cites.3(4)" AS "outcome by 3(4)",
  "outcome.cites.8" AS "outcome by 8",
  "reduction.value" AS "reduction_in_1/60",
  "reduction.status" AS "reduction_status",
  "reduction.cites.3(1)" AS "reduction by 3(1)",
  "reduction.cites.3(2)" AS "reduction by 3(2)",
  "reduction.cites.3(3)" AS "reduction by 3(3)",
  "reduction.cites.3(4)" AS "reduction by 3(4)",
  "reduction.cites.8" AS "reduction by 8",
  "days_off.value" AS "days_off",
  "days_off.status" AS "days_off_status",
  "days_off.cites.3(6)" AS "days_off by 3(6)",
  "days_off.cites.8" AS "days_off by 8",
  "obliged_to_compensate.value" AS "obliged_to_compensate",
  "obliged_to_compensate.status" AS "obliged_to_compensate_status",
  "obliged_to_compensate.cites.4(2)" AS "obliged_to_compensate by 4(2)",
  "art_1__para_1.holds" AS "1(1) applies", /* In this Law, a socially vulnerable person means any of the following: */
  "art_1__para_1__point_1.holds" AS "1(1)(1) applies", /* a person who is covered by the Law on Veterans; */
  "art_1__para_1__point_2.holds" AS "1(1)(2) applies", /* a person who had not reached the age of eighteen years on the day of the offence; */
  "art_1__para_1__point_3.holds" AS "1(1)(3) applies", /* a woman who has reached the age of fifty years on the effective day, or a man who has reached the age of sixty years on the effective day; */
  "art_1__para_1__point_4.holds" AS "1(1)(4) applies", /* a woman who is pregnant on the effective day; */
  "art_1__para_1__point_5.holds" AS "1(1)(5) applies", /* a woman to whom all of the following apply: */
  "art_1__para_1__point_5__subpoint_a.holds" AS "1(1)(5)(a) applies", /* the person is not deprived of parental rights; and */
  "art_1__para_1__point_5__subpoint_b.holds" AS "1(1)(5)(b) applies", /* the person has a child, adopted or in custody included, under the age of eighteen years on the effective day or the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood; */
  "art_1__para_1__point_6.holds" AS "1(1)(6) applies", /* a man to whom all of the following apply: */
  "art_1__para_1__point_5__subpoint_a.holds" AS "1(1)(6)(a) applies", /* the person is not deprived of parental rights; and */
  "art_1__para_1__point_6__subpoint_b.holds" AS "1(1)(6)(b) applies", /* the person is the only parent of a child, adopted or in custody included, under the age of eighteen years on the effective day or the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood; or */
  "art_1__para_1__point_7.holds" AS "1(1)(7) applies", /* a person who was recognised before the effective day as a person with a disability of the first or second group. */
  "art_2__para_1__point_1.applies" AS "2(1)(1) applies", /* a person who committed a criminal misdemeanour or a crime of minor gravity; */
  "art_2__para_1__point_2.applies" AS "2(1)(2) applies", /* a person who committed a crime of medium gravity, if any of the following applies: */
  "art_2__para_1__point_2__subpoint_a.holds" AS "2(1)(2)(a) applies", /* the offence caused no damage; */
  "art_2__para_1__point_2__subpoint_b.holds" AS "2(1)(2)(b) applies", /* the damage is compensated in full; or */
  "art_2__para_1__point_2__subpoint_c.holds" AS "2(1)(2)(c) applies", /* no civil claim was brought; or */
  "art_2__para_1__point_3.applies" AS "2(1)(3) applies", /* a socially vulnerable person who committed a crime of medium gravity. */
  "art_2__para_2.applies" AS "2(2) applies", /* A person who is convicted of a crime of medium gravity, who has no negative degree of behaviour and who has not more than one year left to serve on the effective day is released from the main punishment. */
  "art_3__para_1.applies" AS "3(1) applies", /* The unserved part of the main punishment is reduced by one third for a socially vulnerable person who is convicted of a serious crime. The unserved part of the main punishment is reduced by one quarter for a socially vulnerable person who is convicted of an especially serious crime. */
  "art_3__para_2.applies" AS "3(2) applies", /* The unserved part of the main punishment is reduced by one fifth for a person who is convicted under Article 189 or 190 of the Criminal Code, if the damage is compensated in full and every civil claim is satisfied. */
  "art_3__para_3.applies" AS "3(3) applies", /* The unserved part of the main punishment is reduced by one half for a person who is convicted of a crime of medium gravity. */
  "displaced.8" AS "3(4) applies", /* Paragraphs 1 to 3 of this Article apply to an offence only if Article 2 does not apply to the offence. */
  "art_3__para_6.applies" AS "3(6) applies", /* The unserved part of the term is the number of days from the effective day to the end of the term, and not less than zero. The reduction in days is the unserved part of the term multiplied by the reduction, rounded up to a whole day. */
  "art_4__para_2.holds" AS "4(2) applies", /* A person remains obliged to compensate the damage if the offence caused damage and the damage is not compensated in full. */
  "displaced.11" AS "5(1) applies", /* the offence is a corruption crime; */
  "displaced.12" AS "5(2) applies", /* the offence is a terrorist crime; */
  "displaced.13" AS "5(3) applies", /* the offence is an extremist crime or the offence has signs of extremism; */
  "displaced.14" AS "5(4) applies", /* the offence is a crime against the sexual inviolability of a minor, unless the person had not reached the age of eighteen years on the day of the offence and the victim had reached the age of fourteen years but not of eighteen years; */
  "displaced.15" AS "5(5) applies", /* the offence is under Article 146 of the Criminal Code; */
  "displaced.16" AS "5(6) applies", /* the punishment was imposed for recidivism or dangerous recidivism; */
  "displaced.17" AS "5(7) applies", /* the punishment is life imprisonment; */
  "displaced.18" AS "5(8) applies", /* the offence was committed as part of a criminal group; */
  "displaced.19" AS "5(9) applies", /* the offence is under Article 185 of the Criminal Code; */
  "displaced.20" AS "5(10) applies", /* the offence is under Article 107, 108-1 or 109-1 of the Criminal Code; */
  "displaced.21" AS "5(11) applies", /* the offence is under Article 297 of the Criminal Code. */
  "displaced.22" AS "8 applies", /* Entry into force This Law enters into force on 5 July 2025. Articles 2, 3 and 5 apply to an offence only if the offence was committed before the effective day. */
  "kz/criminal-code#art_3__point_29.holds" AS "the Criminal Code, 3(29) applies", /* a corruption crime means any of the following: */
  "kz/criminal-code#art_3__point_29__subpoint_a.holds" AS "the Criminal Code, 3(29)(a) applies", /* an offence under point 2) of part three of Article 189, point 2) of part three of Article 190, point 1) of part three of Article 218, point 1) of part four of Article 218-1, point 1) of part three of Article 234, point 2) of part three of Article 249, Article 361, point 3) of part four of Article 362, Articles 364 to 370, Article 450, point 2) of part two of Article 451 or Article 452 of this Code; or */
  "kz/criminal-code#art_3__point_29__subpoint_b.holds" AS "the Criminal Code, 3(29)(b) applies", /* an offence under part four of Article 189 or part four of Article 190 of this Code that was committed with the use of official position by a person equated to one authorised to perform state functions; */
  "kz/criminal-code#art_3__point_30.holds" AS "the Criminal Code, 3(30) applies", /* a terrorist crime means an offence under Articles 170, 171, 173, 177, 178, 184, 255 to 261, 269 or 270 of this Code; */
  "kz/criminal-code#art_3__point_39.holds" AS "the Criminal Code, 3(39) applies", /* an extremist crime means an offence under Articles 174, 179 to 182, 184, 258 to 260, 267, parts two and three of Article 404 or Article 405 of this Code; */
  "kz/criminal-code#art_3__point_42.holds" AS "the Criminal Code, 3(42) applies" /* a crime against the sexual inviolability of a minor means an offence under Articles 120 to 124, 134, 144 or parts two and three of Article 312 of this Code that was committed against a minor. */
FROM "offence_30";
