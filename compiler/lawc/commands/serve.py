"""`lawc serve`: laws as a service over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from lawc.commands.problems import STATUTES, acts_under, law_of
from lawc.commands.usage import UsageError
from lawc.version import __version__


@click.command("serve")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--host", default="127.0.0.1", help="The address to listen at (default: 127.0.0.1)."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, help="The port (default: 8000)."
)
def command(paths: tuple[Path, ...], host: str, port: int) -> None:
    """Serve the statutes at PATHS over HTTP (default: statutes).

    GET /openapi.json describes the service; POST /acts/NAME/decide decides a case, or many as
    JSON lines. The log has the method, the address without its query, and the status.
    """
    try:
        import uvicorn

        from lawc.service.application import Service
    except ModuleNotFoundError as error:
        raise UsageError("the service needs an extra: pip install 'lawc[serve]'") from error
    from lawc.commands.given import from_json
    from lawc.service.logging import logged
    from lawc.service.served import Served

    laws = []
    for path in acts_under(paths or (STATUTES,)):
        law = law_of(path)
        if law.rules:
            laws.append(Served(law, path.read_text(encoding="utf-8-sig")))
    if not laws:
        raise UsageError("these acts decide nothing by themselves: there is nothing to serve")
    application = Service(laws, from_json, __version__).application()
    click.echo(f"{len(laws)} laws at http://{host}:{port}/acts", err=True)
    uvicorn.run(
        logged(application),
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=30,
    )
