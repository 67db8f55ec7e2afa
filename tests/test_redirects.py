"""Web servers lead old addresses to the archive: real nginx and Apache, on loopback."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from threadsite.errors import DeployError
from threadsite.redirects import SERVERS, write_redirects
from threadsite.references import FORMS

HOME = "https://clay.example/archive/"
OLD = {
    "forms": {"forms": FORMS},
    "t": {
        "t/7-cone.html": "7",
        "t/7-cone.2.html": "7 43",
        "t/9-ash.html": "9",
        "t/9-tin.html": "9",
    },
    "t5-": {"t/5-7-печь.html": "5-7"},
    "tcon": {"t/cone-six.html": "cone-six"},
    "a-": {"a/maud.html": "12"},
    "a-olg": {"a/olga.html": "olga.k"},
    "a-def": {"a/default.html": "default"},
    "a-nam": {"a/name.html": "Name", "a/other-name.html": "name", "a/namer.html": "namer"},
    "b": {"b/looms.html": "3 5", "b/ovens.html": "4", "b/bricks.html": "4"},
    "p": {"t/7-cone.html": "41 42", "t/7-cone.2.html": "43 44=pComment_44"},
}
NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log stderr;
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/redirects/nginx.conf;
  server {{
    listen 127.0.0.1:{port}; root {folder}/public;
    error_page 404 /404.html;
    location / {{ try_files $uri $uri/ @old; }}
    location @old {{
      if ($old_address) {{ return 301 $old_address; }}
      return 404;
    }}
  }}
}}
"""
APACHE = """
{modules}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/error
User #{user}
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot {folder}/public
  ErrorDocument 404 /404.html
  <Directory {folder}/public>
    Require all granted
  </Directory>
  Include {folder}/redirects/apache.conf
</VirtualHost>
Listen 127.0.0.1:{port}
"""
MODULES = Path("/usr/lib/apache2/modules")


@pytest.fixture(scope="module", params=sorted(SERVERS))
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """The port of a real server of an archive that knows old addresses."""
    name = str(request.param)
    path = shutil.which("apache2" if name == "apache" else name, path="/usr/sbin:/usr/bin")
    if not path and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    folder = tmp_path_factory.mktemp(name)
    folder.chmod(0o755)
    output = archive(folder / "public")
    tuple(
        write_redirects(output, name, folder / "redirects", home=HOME, place=f"{folder}/redirects")
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    names = ("mpm_event", "authz_core", "rewrite")
    modules = "\n".join(f"LoadModule {one}_module {MODULES}/mod_{one}.so" for one in names)
    form = APACHE if name == "apache" else NGINX
    settings = form.format(folder=folder, port=port, modules=modules, user=os.getuid() or 65534)
    (folder / "settings").write_text(settings)
    options = {"apache": ("-X", "-f"), "nginx": ("-p", str(folder), "-e", "stderr", "-c")}[name]
    with subprocess.Popen([str(path), *options, str(folder / "settings")]) as process:
        try:
            wait_for(port, process)
            yield port
        finally:
            process.terminate()


def archive(folder: Path) -> Path:
    """A site with a page, the page for missing ones, and old addresses."""
    (folder / "old").mkdir(parents=True)
    (folder / "t").mkdir()
    (folder / "404.html").write_text("not here")
    (folder / "t" / "thread-7.html").write_text("a page of ours")
    for name, data in OLD.items():
        (folder / "old" / f"{name}.json").write_text(json.dumps(data))
    return folder


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert process.poll() is None, "the server does not take its settings"
        time.sleep(0.05)


def ask(port: int, address: str) -> tuple[int, str | None]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("Location")


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("/viewtopic.php?f=2&t=7&start=20", "t/7-cone.html"),
        ("/forum/viewtopic.php?t=7", "t/7-cone.html"),
        ("/viewtopic.php?p=43", "t/7-cone.2.html#p43"),
        ("/viewtopic.php?t=7&p=43", "t/7-cone.html#p43"),
        ("/showthread.php?7-Cone-six&styleid=3", "t/7-cone.html"),
        ("/threads/c%C3%B4ne.7/page-2", "t/7-cone.html"),
        ("/index.php?threads/cone.7/", "t/7-cone.html"),
        ("/index.php?topic=7.msg42", "t/7-cone.html#p42"),
        ("/posts/41/", "t/7-cone.html#p41"),
        ("/discussion/comment/44/x", "t/7-cone.2.html#pComment_44"),
        ("/topic/cone-six/", "t/cone-six.html"),
        ("/forum/viewforum.php?f=3&start=50", "b/looms.html"),
        ("/forums/looms.5/page-2", "b/looms.html"),
        ("/index.php?board=3.20", "b/looms.html"),
        ("/memberlist.php?mode=viewprofile&u=12", "a/maud.html"),
        ("/members/maud.12/", "a/maud.html"),
        ("/u/olga.k/summary", "a/olga.html"),
        ("/u/default", "a/default.html"),
        ("/u/namer", "a/namer.html"),
        ("/forum/index.php", ""),
        ("/index.php?sid=0a1b", ""),
        ("/forum2.php?config=a.inc&cat=5&post=7", "t/5-7-%D0%BF%D0%B5%D1%87%D1%8C.html"),
    ],
)
def test_a_server_leads_on(server: int, old: str, now: str) -> None:
    assert ask(server, old) == (301, HOME + now)


@pytest.mark.parametrize(
    "address",
    [
        "/viewtopic.php?t=8",
        "/viewtopic.php?t=8&p=42",
        "/viewtopic.php?t=9",
        "/viewtopic.php",
        "/index.php?act=members",
        "/members/7/",
        "/forumdisplay.php?fid=4",
        "/forumdisplay.php?fid=12",
        "/u/nobody",
        "/u/name",
        "/viewtopic.php?t=%0d%0aLocation:%20https://elsewhere.example/",
    ],
)
def test_what_is_not_known_is_missing(server: int, address: str) -> None:
    assert ask(server, address) == (404, None)


def test_pages_of_the_archive_are_served(server: int) -> None:
    assert ask(server, "/t/thread-7.html") == (200, None)


def test_what_two_forums_have_is_counted(tmp_path: Path) -> None:
    output = archive(tmp_path / "public")

    lines = list(write_redirects(output, "nginx", tmp_path))

    assert lines[1].endswith("old-threads.map: 3 threads")
    assert lines[2] == "left out 1 number that more than one thread has"
    assert "/t/7-cone.html" in (tmp_path / "old-threads.map").read_text()


def test_a_site_without_old_addresses_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DeployError, match=r"forms\.json: no such file.*threadsite build"):
        list(write_redirects(tmp_path, "nginx", tmp_path / "redirects"))
