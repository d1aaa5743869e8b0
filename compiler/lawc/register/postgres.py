"""Tables of a PostgreSQL database, copied by the server as texts."""

from __future__ import annotations

from pathlib import Path

from lawc.register.copying import UnreadableError

_PREFIXES = ("postgresql://", "postgres://")
_BOOLEAN = 16  # the number of this type in every PostgreSQL


def is_postgres(source: str) -> bool:
    """Return whether a source is the address of a PostgreSQL database."""
    return source.startswith(_PREFIXES)


def tables_of(source: str) -> list[str]:
    """Return the tables and views of a database that are found without naming a schema.

    Raises:
        UnreadableError: it cannot be reached, or the extra is missing.
    """
    query = (
        "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') "
        "AND pg_table_is_visible(c.oid) AND c.relnamespace NOT IN "
        "('pg_catalog'::regnamespace, 'information_schema'::regnamespace) ORDER BY 1"
    )
    try:
        import psycopg  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise UnreadableError("needs an extra: pip install 'lawc[postgres]'") from None
    try:
        with psycopg.connect(source) as connection:
            return [row[0] for row in connection.execute(query).fetchall()]
    except psycopg.Error as error:
        raise UnreadableError(f"cannot be read: {_first_line(error)}") from error


def written_as_csv(source: str, table: str, file: Path) -> None:
    """Write a table of a database to a CSV file: truths as `true` and `false`.

    Raises:
        UnreadableError: it cannot be read.
    """
    import psycopg  # noqa: PLC0415 - an extra
    from psycopg import sql  # noqa: PLC0415

    place = sql.Identifier(table)
    try:
        with psycopg.connect(source) as connection, file.open("wb") as target:
            connection.execute("SET DateStyle = ISO; SET TimeZone = 'UTC'")
            none = sql.SQL("SELECT * FROM {} LIMIT 0").format(place)
            columns = connection.execute(none).description or ()
            parts = [
                sql.SQL("{0}::text AS {0}" if column.type_code == _BOOLEAN else "{0}").format(
                    sql.Identifier(column.name)
                )
                for column in columns
            ]
            query = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT (FORMAT csv, HEADER)").format(
                sql.SQL(", ").join(parts), place
            )
            with connection.cursor().copy(query) as rows:
                for block in rows:
                    target.write(block)
    except psycopg.Error as error:
        raise UnreadableError(f"cannot be read: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason is told"])[0]
