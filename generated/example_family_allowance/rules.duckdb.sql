-- FAMILY ALLOWANCE ACT An example: no country's law, for duckdb.
-- Written by lawc 0.1.0 from example/family-allowance/en.law.
-- Do not edit: change the statute and run `lawc build --sql`.
--
-- It reads these tables:
--
--   household
--     household_id  any type; another in each row
--     children_known  BOOLEAN: whether every child has a row
--     income  DECIMAL(18, 2): EUR
--     lives_in_the_country  BOOLEAN
--     receives_foreign_allowance  BOOLEAN
--
--   child
--     child_id  any type; another in each row
--     household_id  the household that it belongs to
--     date_of_birth  DATE
--     in_education  BOOLEAN
--     disabled  BOOLEAN
--
--   days
--     payment_day  DATE; the table has one row
--     law_day  DATE; the table has one row
--
-- What is null is not known, and neither is a value that is none of its type. BIGINT are from 0
-- to 1,000,000,000. DECIMAL(18, 2) have at most 2 decimals and 100,000,000,000 units,
-- DECIMAL(18, 4) 4 and 1,000,000.
--
-- It answers, for each decision: its value; `<decision>_status`: decided, open, contradiction
-- or nothing (also where no version of the law is in force); `<decision> by <citation>`:
-- whether a provision makes it. Numbers are whole: those of `<decision>_in_1/60` count
-- sixtieths. Days are numbers of days, 1 for 0001-01-01. `<citation> applies` is null if it is
-- not known.
-- A decision is open if a provision that matters is not known. It may be the same however the
-- missing facts turn out: that is not settled here, but by `lawc decide`.

-- What the law decides of each household.
WITH "household_0" AS MATERIALIZED (
  SELECT
    "household_id" AS "key",
    NULL AS "owner",
    COALESCE("children_known", FALSE) AS "known.child",
    CASE
      WHEN (
        "income" * 100
      ) BETWEEN -10000000000000 AND 10000000000000
      AND (
        "income" * 100
      ) = FLOOR((
        "income" * 100
      ))
      THEN CAST((
        "income" * 100
      ) AS BIGINT)
    END AS "fact.income",
    "lives_in_the_country" AS "fact.lives_in_the_country",
    "receives_foreign_allowance" AS "fact.receives_foreign_allowance",
    (
      SELECT
        CAST((
          "law_day" - CAST('0001-01-01' AS DATE)
        ) + 1 AS BIGINT)
      FROM "days"
    ) AS "day.law_day",
    (
      SELECT
        CAST((
          "payment_day" - CAST('0001-01-01' AS DATE)
        ) + 1 AS BIGINT)
      FROM "days"
    ) AS "day.payment_day"
  FROM "household"
), "child_0" AS MATERIALIZED (
  SELECT
    "child_id" AS "key",
    "household_id" AS "owner",
    CAST((
      "date_of_birth" - CAST('0001-01-01' AS DATE)
    ) + 1 AS BIGINT) AS "fact.date_of_birth",
    "in_education" AS "fact.in_education",
    "disabled" AS "fact.disabled",
    (
      SELECT
        CAST((
          "law_day" - CAST('0001-01-01' AS DATE)
        ) + 1 AS BIGINT)
      FROM "days"
    ) AS "day.law_day",
    (
      SELECT
        CAST((
          "payment_day" - CAST('0001-01-01' AS DATE)
        ) + 1 AS BIGINT)
      FROM "days"
    ) AS "day.payment_day"
  FROM "child"
), "household_1" AS MATERIALIZED (
  SELECT
    *,
    (
      CASE
        WHEN (
          "fact.income" IS NULL OR CAST(200000 AS BIGINT) IS NULL
        )
        THEN CAST(NULL AS BIGINT)
        ELSE CASE
          WHEN "fact.income" IS NULL OR CAST(200000 AS BIGINT) IS NULL
          THEN NULL
          ELSE LEAST("fact.income", CAST(200000 AS BIGINT))
        END
      END - CAST(0 AS BIGINT)
    ) AS "#1",
    (
      CASE
        WHEN (
          "fact.income" IS NULL OR CAST(500000 AS BIGINT) IS NULL
        )
        THEN CAST(NULL AS BIGINT)
        ELSE CASE
          WHEN "fact.income" IS NULL OR CAST(500000 AS BIGINT) IS NULL
          THEN NULL
          ELSE LEAST("fact.income", CAST(500000 AS BIGINT))
        END
      END - CAST(200000 AS BIGINT)
    ) AS "#2",
    (
      "fact.income" - CAST(500000 AS BIGINT)
    ) AS "#3"
  FROM "household_0"
), "household_2" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        CAST(738886 AS BIGINT) <= "day.law_day"
      )
      AND (
        "day.law_day" <= CAST(739251 AS BIGINT)
      )
    ) AS "law_day from 2024-01-01 to 2024-12-31",
    (
      CAST(739252 AS BIGINT) <= "day.law_day"
    ) AS "law_day from 2025-01-01",
    (
      (
        (
          CASE
            WHEN (
              "#1" IS NULL OR CAST(0 AS BIGINT) IS NULL
            )
            THEN CAST(NULL AS BIGINT)
            ELSE CASE
              WHEN "#1" IS NULL OR CAST(0 AS BIGINT) IS NULL
              THEN NULL
              ELSE GREATEST("#1", CAST(0 AS BIGINT))
            END
          END * CAST(0 AS BIGINT)
        ) * CAST(40 AS BIGINT)
      ) + (
        CASE
          WHEN (
            "#2" IS NULL OR CAST(0 AS BIGINT) IS NULL
          )
          THEN CAST(NULL AS BIGINT)
          ELSE CASE
            WHEN "#2" IS NULL OR CAST(0 AS BIGINT) IS NULL
            THEN NULL
            ELSE GREATEST("#2", CAST(0 AS BIGINT))
          END
        END * CAST(1 AS BIGINT)
      ) + (
        (
          CASE
            WHEN (
              "#3" IS NULL OR CAST(0 AS BIGINT) IS NULL
            )
            THEN CAST(NULL AS BIGINT)
            ELSE CASE
              WHEN "#3" IS NULL OR CAST(0 AS BIGINT) IS NULL
              THEN NULL
              ELSE GREATEST("#3", CAST(0 AS BIGINT))
            END
          END * CAST(1 AS BIGINT)
        ) * CAST(2 AS BIGINT)
      )
    ) AS "rows of income"
  FROM "household_1"
), "household_3" AS MATERIALIZED (
  SELECT
    *,
    (
      "rows of income" * CAST(100 AS BIGINT)
    ) AS "#4",
    (
      CAST(0 AS BIGINT) - (
        "rows of income" * CAST(100 AS BIGINT)
      )
    ) AS "#5"
  FROM "household_2"
), "household_4" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        CASE
          WHEN (
            "#4" IS NULL OR "#5" IS NULL
          )
          THEN CAST(NULL AS BIGINT)
          ELSE CASE WHEN "#4" IS NULL OR "#5" IS NULL THEN NULL ELSE GREATEST("#4", "#5") END
        END * CAST(2 AS BIGINT)
      ) + CAST(4000 AS BIGINT)
    ) AS "#6"
  FROM "household_3"
), "household_5" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        (
          "law_day from 2024-01-01 to 2024-12-31" IS NULL
        )
        OR (
          "law_day from 2025-01-01" IS NULL
        )
      )
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN "law_day from 2024-01-01 to 2024-12-31"
        THEN CAST(46644 AS BIGINT)
        ELSE CASE
          WHEN "law_day from 2025-01-01"
          THEN CAST(47437 AS BIGINT)
          ELSE CAST(NULL AS BIGINT)
        END
      END
    END AS "base",
    CASE
      WHEN (
        FALSE
        OR (
          (
            "law_day from 2024-01-01 to 2024-12-31" IS NULL
          )
          OR (
            "law_day from 2025-01-01" IS NULL
          )
        )
      )
      THEN FALSE
      ELSE CASE
        WHEN "law_day from 2024-01-01 to 2024-12-31"
        THEN FALSE
        ELSE CASE WHEN "law_day from 2025-01-01" THEN FALSE ELSE TRUE END
      END
    END AS "base is nothing",
    CASE
      WHEN (
        (
          "rows of income" * CAST(100 AS BIGINT)
        ) < CAST(0 AS BIGINT)
      )
      THEN (
        CAST(0 AS BIGINT) - CASE
          WHEN "#6" < 0
          THEN -(
            (
              (
                CAST(7999 AS BIGINT) - "#6"
              ) // CAST(8000 AS BIGINT)
            )
          )
          ELSE (
            "#6" // CAST(8000 AS BIGINT)
          )
        END
      )
      ELSE CASE
        WHEN "#6" < 0
        THEN -(
          (
            (
              CAST(7999 AS BIGINT) - "#6"
            ) // CAST(8000 AS BIGINT)
          )
        )
        ELSE (
          "#6" // CAST(8000 AS BIGINT)
        )
      END
    END AS "rows of income, rounded nearest"
  FROM "household_4"
), "child_1" AS MATERIALIZED (
  SELECT
    *,
    (
      "fact.date_of_birth" + CAST(305 AS BIGINT)
    ) AS "#7"
  FROM "child_0"
), "child_2" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#7" < 0
      THEN -(
        (
          (
            CAST(146096 AS BIGINT) - "#7"
          ) // CAST(146097 AS BIGINT)
        )
      )
      ELSE (
        "#7" // CAST(146097 AS BIGINT)
      )
    END AS "#8"
  FROM "child_1"
), "child_3" AS MATERIALIZED (
  SELECT
    *,
    (
      "#7" - (
        "#8" * CAST(146097 AS BIGINT)
      )
    ) AS "#9"
  FROM "child_2"
), "child_4" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#9" < 0
      THEN -(
        (
          (
            CAST(36523 AS BIGINT) - "#9"
          ) // CAST(36524 AS BIGINT)
        )
      )
      ELSE (
        "#9" // CAST(36524 AS BIGINT)
      )
    END AS "#10",
    CASE
      WHEN "#9" < 0
      THEN -(
        (
          (
            CAST(1459 AS BIGINT) - "#9"
          ) // CAST(1460 AS BIGINT)
        )
      )
      ELSE (
        "#9" // CAST(1460 AS BIGINT)
      )
    END AS "#11",
    CASE
      WHEN "#9" < 0
      THEN -(
        (
          (
            CAST(146095 AS BIGINT) - "#9"
          ) // CAST(146096 AS BIGINT)
        )
      )
      ELSE (
        "#9" // CAST(146096 AS BIGINT)
      )
    END AS "#12"
  FROM "child_3"
), "child_5" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#9" + "#10"
      ) - (
        "#11" + "#12"
      )
    ) AS "#13"
  FROM "child_4"
), "child_6" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#13" < 0
      THEN -(
        (
          (
            CAST(364 AS BIGINT) - "#13"
          ) // CAST(365 AS BIGINT)
        )
      )
      ELSE (
        "#13" // CAST(365 AS BIGINT)
      )
    END AS "#14"
  FROM "child_5"
), "child_7" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#14" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#14"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#14" // CAST(4 AS BIGINT)
      )
    END AS "#15",
    CASE
      WHEN "#14" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#14"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#14" // CAST(100 AS BIGINT)
      )
    END AS "#16"
  FROM "child_6"
), "child_8" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#14" * CAST(365 AS BIGINT)
      ) + (
        "#15" - "#16"
      )
    ) AS "#17"
  FROM "child_7"
), "child_9" AS MATERIALIZED (
  SELECT
    *,
    (
      "#9" - "#17"
    ) AS "#18"
  FROM "child_8"
), "child_10" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#18" * CAST(5 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#19"
  FROM "child_9"
), "child_11" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#19" < 0
      THEN -(
        (
          (
            CAST(152 AS BIGINT) - "#19"
          ) // CAST(153 AS BIGINT)
        )
      )
      ELSE (
        "#19" // CAST(153 AS BIGINT)
      )
    END AS "#20"
  FROM "child_10"
), "child_12" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#20" * CAST(153 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#21",
    (
      (
        "#8" * CAST(4800 AS BIGINT)
      ) + (
        "#14" * CAST(12 AS BIGINT)
      ) + (
        "#20" + CAST(218 AS BIGINT)
      )
    ) AS "#24",
    (
      (
        "#8" * CAST(4800 AS BIGINT)
      ) + (
        "#14" * CAST(12 AS BIGINT)
      ) + (
        "#20" + CAST(290 AS BIGINT)
      )
    ) AS "#44"
  FROM "child_11"
), "child_13" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN "#21" < 0
      THEN -(
        (
          (
            CAST(4 AS BIGINT) - "#21"
          ) // CAST(5 AS BIGINT)
        )
      )
      ELSE (
        "#21" // CAST(5 AS BIGINT)
      )
    END AS "#22",
    CASE
      WHEN "#24" < 0
      THEN -(
        (
          (
            CAST(11 AS BIGINT) - "#24"
          ) // CAST(12 AS BIGINT)
        )
      )
      ELSE (
        "#24" // CAST(12 AS BIGINT)
      )
    END AS "#25",
    (
      "#24" + (
        -CAST(2 AS BIGINT)
      )
    ) AS "#33",
    CASE
      WHEN "#44" < 0
      THEN -(
        (
          (
            CAST(11 AS BIGINT) - "#44"
          ) // CAST(12 AS BIGINT)
        )
      )
      ELSE (
        "#44" // CAST(12 AS BIGINT)
      )
    END AS "#45",
    (
      "#44" + (
        -CAST(2 AS BIGINT)
      )
    ) AS "#53"
  FROM "child_12"
), "child_14" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#18" + CAST(1 AS BIGINT)
      ) - "#22"
    ) AS "#23",
    (
      "#24" - (
        "#25" * CAST(12 AS BIGINT)
      )
    ) AS "#26",
    CASE
      WHEN "#25" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#25"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#25" // CAST(4 AS BIGINT)
      )
    END AS "#27",
    CASE
      WHEN "#25" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#25"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#25" // CAST(100 AS BIGINT)
      )
    END AS "#28",
    CASE
      WHEN "#25" < 0
      THEN -(
        (
          (
            CAST(399 AS BIGINT) - "#25"
          ) // CAST(400 AS BIGINT)
        )
      )
      ELSE (
        "#25" // CAST(400 AS BIGINT)
      )
    END AS "#29",
    CASE
      WHEN "#33" < 0
      THEN -(
        (
          (
            CAST(11 AS BIGINT) - "#33"
          ) // CAST(12 AS BIGINT)
        )
      )
      ELSE (
        "#33" // CAST(12 AS BIGINT)
      )
    END AS "#34",
    (
      "#44" - (
        "#45" * CAST(12 AS BIGINT)
      )
    ) AS "#46",
    CASE
      WHEN "#45" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#45"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#45" // CAST(4 AS BIGINT)
      )
    END AS "#47",
    CASE
      WHEN "#45" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#45"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#45" // CAST(100 AS BIGINT)
      )
    END AS "#48",
    CASE
      WHEN "#45" < 0
      THEN -(
        (
          (
            CAST(399 AS BIGINT) - "#45"
          ) // CAST(400 AS BIGINT)
        )
      )
      ELSE (
        "#45" // CAST(400 AS BIGINT)
      )
    END AS "#49",
    CASE
      WHEN "#53" < 0
      THEN -(
        (
          (
            CAST(11 AS BIGINT) - "#53"
          ) // CAST(12 AS BIGINT)
        )
      )
      ELSE (
        "#53" // CAST(12 AS BIGINT)
      )
    END AS "#54"
  FROM "child_13"
), "child_15" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "#26" = CAST(1 AS BIGINT)
      )
      THEN CASE
        WHEN (
          (
            (
              "#25" = (
                "#27" * CAST(4 AS BIGINT)
              )
            )
            AND NOT (
              (
                "#25" = (
                  "#28" * CAST(100 AS BIGINT)
                )
              )
            )
          )
          OR (
            "#25" = (
              "#29" * CAST(400 AS BIGINT)
            )
          )
        )
        THEN CAST(29 AS BIGINT)
        ELSE CAST(28 AS BIGINT)
      END
      ELSE CASE
        WHEN (
          (
            "#26" = CAST(0 AS BIGINT)
          )
          OR (
            "#26" = CAST(2 AS BIGINT)
          )
          OR (
            "#26" = CAST(4 AS BIGINT)
          )
          OR (
            "#26" = CAST(6 AS BIGINT)
          )
          OR (
            "#26" = CAST(7 AS BIGINT)
          )
          OR (
            "#26" = CAST(9 AS BIGINT)
          )
          OR (
            "#26" = CAST(11 AS BIGINT)
          )
        )
        THEN CAST(31 AS BIGINT)
        ELSE CAST(30 AS BIGINT)
      END
    END AS "#30",
    (
      "#33" - (
        "#34" * CAST(12 AS BIGINT)
      )
    ) AS "#35",
    CASE
      WHEN "#34" < 0
      THEN -(
        (
          (
            CAST(399 AS BIGINT) - "#34"
          ) // CAST(400 AS BIGINT)
        )
      )
      ELSE (
        "#34" // CAST(400 AS BIGINT)
      )
    END AS "#36",
    CASE
      WHEN (
        "#46" = CAST(1 AS BIGINT)
      )
      THEN CASE
        WHEN (
          (
            (
              "#45" = (
                "#47" * CAST(4 AS BIGINT)
              )
            )
            AND NOT (
              (
                "#45" = (
                  "#48" * CAST(100 AS BIGINT)
                )
              )
            )
          )
          OR (
            "#45" = (
              "#49" * CAST(400 AS BIGINT)
            )
          )
        )
        THEN CAST(29 AS BIGINT)
        ELSE CAST(28 AS BIGINT)
      END
      ELSE CASE
        WHEN (
          (
            "#46" = CAST(0 AS BIGINT)
          )
          OR (
            "#46" = CAST(2 AS BIGINT)
          )
          OR (
            "#46" = CAST(4 AS BIGINT)
          )
          OR (
            "#46" = CAST(6 AS BIGINT)
          )
          OR (
            "#46" = CAST(7 AS BIGINT)
          )
          OR (
            "#46" = CAST(9 AS BIGINT)
          )
          OR (
            "#46" = CAST(11 AS BIGINT)
          )
        )
        THEN CAST(31 AS BIGINT)
        ELSE CAST(30 AS BIGINT)
      END
    END AS "#50",
    (
      "#53" - (
        "#54" * CAST(12 AS BIGINT)
      )
    ) AS "#55",
    CASE
      WHEN "#54" < 0
      THEN -(
        (
          (
            CAST(399 AS BIGINT) - "#54"
          ) // CAST(400 AS BIGINT)
        )
      )
      ELSE (
        "#54" // CAST(400 AS BIGINT)
      )
    END AS "#56"
  FROM "child_14"
), "child_16" AS MATERIALIZED (
  SELECT
    *,
    (
      "#23" > "#30"
    ) AS "#31",
    (
      "#34" - (
        "#36" * CAST(400 AS BIGINT)
      )
    ) AS "#37",
    (
      (
        "#35" * CAST(153 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#38",
    (
      "#23" > "#50"
    ) AS "#51",
    (
      "#54" - (
        "#56" * CAST(400 AS BIGINT)
      )
    ) AS "#57",
    (
      (
        "#55" * CAST(153 AS BIGINT)
      ) + CAST(2 AS BIGINT)
    ) AS "#58"
  FROM "child_15"
), "child_17" AS MATERIALIZED (
  SELECT
    *,
    CASE WHEN "#31" THEN "#30" ELSE "#23" END AS "#32",
    CASE
      WHEN "#38" < 0
      THEN -(
        (
          (
            CAST(4 AS BIGINT) - "#38"
          ) // CAST(5 AS BIGINT)
        )
      )
      ELSE (
        "#38" // CAST(5 AS BIGINT)
      )
    END AS "#39",
    CASE
      WHEN "#37" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#37"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#37" // CAST(4 AS BIGINT)
      )
    END AS "#40",
    CASE
      WHEN "#37" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#37"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#37" // CAST(100 AS BIGINT)
      )
    END AS "#41",
    CASE WHEN "#51" THEN "#50" ELSE "#23" END AS "#52",
    CASE
      WHEN "#58" < 0
      THEN -(
        (
          (
            CAST(4 AS BIGINT) - "#58"
          ) // CAST(5 AS BIGINT)
        )
      )
      ELSE (
        "#58" // CAST(5 AS BIGINT)
      )
    END AS "#59",
    CASE
      WHEN "#57" < 0
      THEN -(
        (
          (
            CAST(3 AS BIGINT) - "#57"
          ) // CAST(4 AS BIGINT)
        )
      )
      ELSE (
        "#57" // CAST(4 AS BIGINT)
      )
    END AS "#60",
    CASE
      WHEN "#57" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#57"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#57" // CAST(100 AS BIGINT)
      )
    END AS "#61"
  FROM "child_16"
), "child_18" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        "#37" * CAST(365 AS BIGINT)
      ) + (
        "#40" - "#41"
      )
    ) AS "#42",
    (
      (
        "#57" * CAST(365 AS BIGINT)
      ) + (
        "#60" - "#61"
      )
    ) AS "#62"
  FROM "child_17"
), "child_19" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "#23" IS NULL
      )
      THEN CAST(NULL AS BIGINT)
      ELSE (
        (
          (
            "#36" * CAST(146097 AS BIGINT)
          ) + "#42" + "#39" + "#32" + CASE WHEN "#31" THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
        ) + (
          -CAST(306 AS BIGINT)
        )
      )
    END AS "#43",
    CASE
      WHEN (
        "#23" IS NULL
      )
      THEN CAST(NULL AS BIGINT)
      ELSE (
        (
          (
            "#56" * CAST(146097 AS BIGINT)
          ) + "#62" + "#59" + "#52" + CASE WHEN "#51" THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
        ) + (
          -CAST(306 AS BIGINT)
        )
      )
    END AS "#63"
  FROM "child_18"
), "child_20" AS MATERIALIZED (
  SELECT
    *,
    "#43" AS "date_of_birth + 18 years",
    "#63" AS "date_of_birth + 24 years"
  FROM "child_19"
), "child_21" AS MATERIALIZED (
  SELECT
    *,
    (
      "date_of_birth + 18 years" <= "day.payment_day"
    ) AS "date_of_birth + 18 years <= payment_day",
    (
      "date_of_birth + 24 years" <= "day.payment_day"
    ) AS "date_of_birth + 24 years <= payment_day"
  FROM "child_20"
), "child_22" AS MATERIALIZED (
  SELECT
    *,
    NOT (
      "date_of_birth + 18 years <= payment_day"
    ) AS "1(1)(1)", /* a child who has not reached the age of eighteen years on the day of payment; */
    NOT (
      "date_of_birth + 24 years <= payment_day"
    ) AS "not date_of_birth + 24 years <= payment_day"
  FROM "child_21"
), "child_23" AS MATERIALIZED (
  SELECT
    *,
    (
      "fact.in_education" AND "not date_of_birth + 24 years <= payment_day"
    ) AS "1(1)(2)" /* a child who is in education, unless the child has reached the age of twenty-four years on the day of payment; or */
  FROM "child_22"
), "child_24" AS MATERIALIZED (
  SELECT
    *,
    (
      "1(1)(1)" OR "1(1)(2)" OR "fact.disabled"
    ) AS "1(1)" /* In this Act, a dependent child means any of the following: */
  FROM "child_23"
), "household_child_31" AS MATERIALIZED (
  SELECT
    "owner",
    CAST(SUM(CASE WHEN "1(1)" THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END) AS BIGINT) AS "count of child: dependent_child.holds",
    BOOL_OR(CAST((
      "fact.disabled" IS NULL
    ) AS BOOLEAN)) AS "every child: disabled.open",
    BOOL_OR(CAST(CASE WHEN NOT (
      "fact.disabled"
    ) THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "every child: disabled.fails",
    BOOL_OR(CAST((
      "1(1)" IS NULL
    ) AS BOOLEAN)) AS "count of child: dependent_child.open",
    BOOL_OR(CAST((
      "1(1)" IS NULL
    ) AS BOOLEAN)) AS "some child: dependent_child.open",
    BOOL_OR(CAST(CASE WHEN "1(1)" THEN TRUE ELSE FALSE END AS BOOLEAN)) AS "some child: dependent_child.holds"
  FROM "child_24"
  GROUP BY
    "owner"
), "household_6" AS MATERIALIZED (
  SELECT
    o.*,
    COALESCE(g."count of child: dependent_child.holds", 0) AS "count of child: dependent_child.holds",
    COALESCE(g."every child: disabled.open", FALSE) AS "every child: disabled.open",
    COALESCE(g."every child: disabled.fails", FALSE) AS "every child: disabled.fails",
    COALESCE(g."count of child: dependent_child.open", FALSE) AS "count of child: dependent_child.open",
    COALESCE(g."some child: dependent_child.open", FALSE) AS "some child: dependent_child.open",
    COALESCE(g."some child: dependent_child.holds", FALSE) AS "some child: dependent_child.holds"
  FROM "household_5" AS o
  LEFT JOIN "household_child_31" AS g
    ON o."key" = g."owner"
), "household_7" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN CASE WHEN "known.child" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "every child: disabled.fails"
        THEN FALSE
        ELSE CASE WHEN "every child: disabled.open" THEN CAST(NULL AS BOOLEAN) ELSE TRUE END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "every child: disabled",
    CASE
      WHEN CASE WHEN "known.child" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "count of child: dependent_child.open"
        THEN CAST(NULL AS BIGINT)
        ELSE "count of child: dependent_child.holds"
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "count of child: dependent_child",
    CASE
      WHEN CASE WHEN "known.child" THEN TRUE ELSE FALSE END
      THEN CASE
        WHEN "some child: dependent_child.holds"
        THEN TRUE
        ELSE CASE
          WHEN "some child: dependent_child.open"
          THEN CAST(NULL AS BOOLEAN)
          ELSE FALSE
        END
      END
      ELSE CAST(NULL AS BOOLEAN)
    END AS "some child: dependent_child"
  FROM "household_6"
), "household_8" AS MATERIALIZED (
  SELECT
    *,
    NOT (
      "every child: disabled"
    ) AS "not every child: disabled",
    (
      "fact.lives_in_the_country" AND "some child: dependent_child"
    ) AS "2(1) holds", /* A household is entitled to the allowance if the household lives in the country and at least one of the household's children is a dependent child. */
    CASE
      WHEN (
        "count of child: dependent_child" IS NULL
      )
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN (
          "count of child: dependent_child" <= CAST(1 AS BIGINT)
        )
        THEN CAST(10 AS BIGINT)
        ELSE CASE
          WHEN (
            (
              "count of child: dependent_child" <= CAST(2 AS BIGINT)
            )
            AND (
              "count of child: dependent_child" > CAST(1 AS BIGINT)
            )
          )
          THEN CAST(32 AS BIGINT)
          ELSE CASE
            WHEN (
              (
                "count of child: dependent_child" <= CAST(4 AS BIGINT)
              )
              AND (
                "count of child: dependent_child" > CAST(2 AS BIGINT)
              )
            )
            THEN CAST(73 AS BIGINT)
            ELSE CASE
              WHEN (
                "count of child: dependent_child" > CAST(4 AS BIGINT)
              )
              THEN CAST(95 AS BIGINT)
              ELSE CAST(NULL AS BIGINT)
            END
          END
        END
      END
    END AS "row of dependent_children",
    CASE
      WHEN (
        (
          "count of child: dependent_child" > CAST(4 AS BIGINT)
        )
        OR (
          (
            "count of child: dependent_child" <= CAST(4 AS BIGINT)
          )
          AND (
            "count of child: dependent_child" > CAST(2 AS BIGINT)
          )
        )
        OR (
          (
            "count of child: dependent_child" <= CAST(2 AS BIGINT)
          )
          AND (
            "count of child: dependent_child" > CAST(1 AS BIGINT)
          )
        )
        OR (
          "count of child: dependent_child" <= CAST(1 AS BIGINT)
        )
        OR (
          "count of child: dependent_child" IS NULL
        )
      )
      THEN FALSE
      ELSE TRUE
    END AS "row of dependent_children is nothing"
  FROM "household_7"
), "household_9" AS MATERIALIZED (
  SELECT
    *,
    (
      "fact.receives_foreign_allowance" AND "not every child: disabled"
    ) AS "2(2)", /* Paragraph 1 of this Article does not apply to a household if the household receives a family allowance of another country, unless each of the household's children has a disability. */
    (
      "base" * "row of dependent_children"
    ) AS "base * rate",
    (
      "base is nothing" OR "row of dependent_children is nothing"
    ) AS "base * rate is nothing"
  FROM "household_8"
), "household_10" AS MATERIALIZED (
  SELECT
    *,
    (
      "base * rate" * CAST(100 AS BIGINT)
    ) AS "#64",
    (
      CAST(0 AS BIGINT) - (
        "base * rate" * CAST(100 AS BIGINT)
      )
    ) AS "#65"
  FROM "household_9"
), "household_11" AS MATERIALIZED (
  SELECT
    *,
    (
      (
        CASE
          WHEN (
            "#64" IS NULL OR "#65" IS NULL
          )
          THEN CAST(NULL AS BIGINT)
          ELSE CASE WHEN "#64" IS NULL OR "#65" IS NULL THEN NULL ELSE GREATEST("#64", "#65") END
        END * CAST(2 AS BIGINT)
      ) + CAST(10000 AS BIGINT)
    ) AS "#66"
  FROM "household_10"
), "household_12" AS MATERIALIZED (
  SELECT
    *,
    (
      "2(1) holds" AND NOT (
        "2(2)"
      )
    ) AS "2(1)", /* A household is entitled to the allowance if the household lives in the country and at least one of the household's children is a dependent child. */
    CASE WHEN "2(2)" THEN TRUE ELSE FALSE END AS "entitled.sure1",
    CASE
      WHEN (
        (
          "base * rate" * CAST(100 AS BIGINT)
        ) < CAST(0 AS BIGINT)
      )
      THEN (
        CAST(0 AS BIGINT) - CASE
          WHEN "#66" < 0
          THEN -(
            (
              (
                CAST(19999 AS BIGINT) - "#66"
              ) // CAST(20000 AS BIGINT)
            )
          )
          ELSE (
            "#66" // CAST(20000 AS BIGINT)
          )
        END
      )
      ELSE CASE
        WHEN "#66" < 0
        THEN -(
          (
            (
              CAST(19999 AS BIGINT) - "#66"
            ) // CAST(20000 AS BIGINT)
          )
        )
        ELSE (
          "#66" // CAST(20000 AS BIGINT)
        )
      END
    END AS "base * rate, rounded nearest"
  FROM "household_11"
), "household_13" AS MATERIALIZED (
  SELECT
    *,
    CASE WHEN "2(1)" THEN TRUE ELSE FALSE END AS "entitled.sure0",
    (
      NOT (
        CASE WHEN NOT (
          "2(2)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "entitled.sure1"
      )
    ) AS "entitled.may1",
    (
      "base * rate, rounded nearest" - "rows of income, rounded nearest"
    ) AS "full_amount - deduction"
  FROM "household_12"
), "household_14" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        CASE WHEN NOT (
          "2(1)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "entitled.sure0"
      )
    ) AS "entitled.may0",
    (
      "entitled.sure0" OR "entitled.sure1"
    ) AS "entitled.given",
    (
      "entitled.sure0" AND "entitled.sure1"
    ) AS "entitled.contradiction",
    CASE
      WHEN (
        "full_amount - deduction" IS NULL OR CAST(0 AS BIGINT) IS NULL
      )
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN "full_amount - deduction" IS NULL OR CAST(0 AS BIGINT) IS NULL
        THEN NULL
        ELSE GREATEST("full_amount - deduction", CAST(0 AS BIGINT))
      END
    END AS "largest of full_amount - deduction, 0"
  FROM "household_13"
), "household_15" AS MATERIALIZED (
  SELECT
    *,
    (
      "largest of full_amount - deduction, 0" * CAST(100 AS BIGINT)
    ) AS "#67"
  FROM "household_14"
), "household_16" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        "entitled.contradiction"
      )
      AND CASE
        WHEN "entitled.given"
        THEN (
          (
            "entitled.may0" AND NOT (
              "entitled.sure0"
            )
          )
          OR (
            "entitled.may1" AND NOT (
              "entitled.sure1"
            )
          )
        )
        ELSE "entitled.may0"
      END
    ) AS "entitled.open",
    CASE
      WHEN "#67" < 0
      THEN -(
        (
          (
            CAST(99 AS BIGINT) - "#67"
          ) // CAST(100 AS BIGINT)
        )
      )
      ELSE (
        "#67" // CAST(100 AS BIGINT)
      )
    END AS "largest of full_amount - deduction, 0, rou ~"
  FROM "household_15"
), "household_17" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "entitled.open" OR "entitled.contradiction"
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE CASE
        WHEN "entitled.given"
        THEN CASE
          WHEN "entitled.sure0"
          THEN TRUE
          ELSE CASE WHEN "entitled.sure1" THEN FALSE ELSE CAST(NULL AS BOOLEAN) END
        END
        ELSE FALSE
      END
    END AS "3(5)" /* The allowance is the full amount less the deduction, and not less than zero euro, rounded down to a whole cent, if the household is entitled to the allowance. */
  FROM "household_16"
), "household_18" AS MATERIALIZED (
  SELECT
    *,
    (
      CASE WHEN "3(5)" THEN TRUE ELSE FALSE END
      AND NOT (
        "base * rate is nothing"
      )
      AND NOT (
        (
          "largest of full_amount - deduction, 0, rou ~" IS NULL
        )
      )
    ) AS "allowance.sure0"
  FROM "household_17"
), "household_19" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        CASE WHEN NOT (
          "3(5)"
        ) THEN TRUE ELSE FALSE END
      )
      AND NOT (
        "base * rate is nothing"
      )
      AND NOT (
        "allowance.sure0"
      )
    ) AS "allowance.may0",
    CASE
      WHEN "allowance.sure0"
      THEN "largest of full_amount - deduction, 0, rou ~"
      ELSE CAST(NULL AS BIGINT)
    END AS "allowance.result"
  FROM "household_18"
), "household_20" AS MATERIALIZED (
  SELECT
    *,
    (
      "allowance.sure0"
      AND CASE
        WHEN (
          "largest of full_amount - deduction, 0, rou ~" <> "allowance.result"
        )
        THEN TRUE
        ELSE FALSE
      END
    ) AS "allowance.contradiction"
  FROM "household_19"
), "household_21" AS MATERIALIZED (
  SELECT
    *,
    (
      NOT (
        "allowance.contradiction"
      )
      AND CASE
        WHEN "allowance.sure0"
        THEN (
          "allowance.may0"
          AND (
            (
              "largest of full_amount - deduction, 0, rou ~" IS NULL
            )
            OR CASE
              WHEN (
                "largest of full_amount - deduction, 0, rou ~" <> "allowance.result"
              )
              THEN TRUE
              ELSE FALSE
            END
          )
        )
        ELSE "allowance.may0"
      END
    ) AS "allowance.open"
  FROM "household_20"
), "household_22" AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN (
        "entitled.open" OR "entitled.contradiction"
      )
      THEN CAST(NULL AS BOOLEAN)
      ELSE CASE
        WHEN "entitled.given"
        THEN CASE
          WHEN "entitled.sure0"
          THEN TRUE
          ELSE CASE WHEN "entitled.sure1" THEN FALSE ELSE CAST(NULL AS BOOLEAN) END
        END
        ELSE FALSE
      END
    END AS "entitled.value",
    CASE
      WHEN "entitled.open"
      THEN 'open'
      ELSE CASE WHEN "entitled.contradiction" THEN 'contradiction' ELSE 'decided' END
    END AS "entitled.status",
    (
      NOT (
        "entitled.open"
      ) AND "entitled.sure0"
    ) AS "entitled.cites.2(1)",
    (
      NOT (
        "entitled.open"
      )
      AND CASE
        WHEN "entitled.contradiction"
        THEN "entitled.sure1"
        ELSE (
          "entitled.sure1" AND NOT (
            "entitled.sure0"
          )
        )
      END
    ) AS "entitled.cites.2(2)",
    CASE
      WHEN (
        "allowance.open" OR "allowance.contradiction"
      )
      THEN CAST(NULL AS BIGINT)
      ELSE CASE WHEN "allowance.sure0" THEN "allowance.result" ELSE CAST(NULL AS BIGINT) END
    END AS "allowance.value",
    CASE
      WHEN "allowance.open"
      THEN 'open'
      ELSE CASE
        WHEN "allowance.contradiction"
        THEN 'contradiction'
        ELSE CASE
          WHEN CASE
            WHEN (
              "allowance.open" OR "allowance.contradiction"
            )
            THEN FALSE
            ELSE NOT (
              "allowance.sure0"
            )
          END
          THEN 'nothing'
          ELSE 'decided'
        END
      END
    END AS "allowance.status",
    (
      NOT (
        "allowance.open"
      ) AND "allowance.sure0"
    ) AS "allowance.cites.3(5)",
    FALSE AS "allowance.cites.3(1)",
    "2(1) holds" AS "art_2__para_1.holds",
    "2(1)" AS "art_2__para_1.applies",
    "2(2)" AS "displaced.1",
    "3(5)" AS "art_3__para_5.holds"
  FROM "household_21"
), "child_25" AS MATERIALIZED (
  SELECT
    *,
    "1(1)" AS "art_1__para_1.holds",
    "1(1)(1)" AS "art_1__para_1__point_1.holds",
    "1(1)(2)" AS "art_1__para_1__point_2.holds",
    "fact.disabled" AS "art_1__para_1__point_3.holds"
  FROM "child_24"
)
SELECT
  "key" AS "household_id",
  "entitled.value" AS "entitled",
  "entitled.status" AS "entitled_status",
  "entitled.cites.2(1)" AS "entitled by 2(1)",
  "entitled.cites.2(2)" AS "entitled by 2(2)",
  "allowance.value" AS "allowance_in_1/100",
  "allowance.status" AS "allowance_status",
  "allowance.cites.3(5)" AS "allowance by 3(5)",
  "allowance.cites.3(1)" AS "allowance by 3(1)",
  "art_2__para_1.applies" AS "2(1) applies", /* A household is entitled to the allowance if the household lives in the country and at least one of the household's children is a dependent child. */
  "displaced.1" AS "2(2) applies", /* Paragraph 1 of this Article does not apply to a household if the household receives a family allowance of another country, unless each of the household's children has a disability. */
  "art_3__para_5.holds" AS "3(5) applies" /* The allowance is the full amount less the deduction, and not less than zero euro, rounded down to a whole cent, if the household is entitled to the allowance. */
FROM "household_22";
