"""A private print server with IPP Everywhere printers on loopback that keep every page they get (Debian's CUPS and Avahi)."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

RIGS = Path(__file__).parent


def wait_for(what, found, seconds=15.0):
    """What `found()` gives once that is true; an AssertionError naming `what` when it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = found()
        if result:
            return result
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds:g} s in vain for {what}")


class Processes(contextlib.ExitStack):
    """Programs that end when this closes, the last one started first; each one's output goes to a file."""

    def start(self, *command, log, **options):
        with log.open("ab") as output:
            process = subprocess.Popen([str(part) for part in command], stderr=output, **{"stdout": output, **options})
        self.callback(self._end, process)
        return process

    @staticmethod
    def _end(process):
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Job(NamedTuple):
    """What a printer got: the document as it came and the job's IPP attributes (names in lower case, with hyphens)."""

    pdf: Path
    attributes: dict[str, str]

    @property
    def media(self):
        """Width and height in mm of the paper that was asked for."""
        x, y = (re.search(rf"{side}-dimension=(\d+)", self.attributes["media-col"]) for side in "xy")
        return int(x[1]) / 100, int(y[1]) / 100

    @property
    def sides(self):
        return self.attributes["sides"]

    @property
    def text(self):
        """Everything on its pages that is text and not a picture."""
        return subprocess.run(["pdftotext", self.pdf, "-"], capture_output=True, text=True, check=True).stdout

    @property
    def pages(self):
        """Width and height in mm of each page."""
        told = subprocess.run(["pdfinfo", "-l", "-1", self.pdf], capture_output=True, text=True, check=True).stdout
        sizes = re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", told, re.MULTILINE)
        return [(float(width) / 72 * 25.4, float(height) / 72 * 25.4) for width, height in sizes]


class Printer:
    """One IPP printer, known to the print server as `name`."""

    def __init__(self, name, folder):
        self.name = name
        self._folder = folder
        self._given = 0

    def next_job(self, seconds=20.0):
        """The first job it got that was not given out yet, waiting for it."""
        done = self._folder / f"{self._given + 1}.txt"
        wait_for(f"a job at printer {self.name}", done.exists, seconds)
        self._given += 1
        return Job(done.with_suffix(".pdf"), read_attributes(done))


def read_attributes(path):
    lines = (line.partition("=") for line in path.read_text("utf-8").splitlines())
    return {name.removeprefix("IPP_").lower().replace("_", "-"): value for name, _, value in lines}


class PrintShop:
    """The print server. `env` is what a program needs in its environment to print here."""

    def __init__(self, folder, processes):
        self.folder = folder
        self.processes = processes
        self.env = {"CUPS_SERVER": str(folder / "cups.sock")}
        self._outside = {**os.environ, **self.env, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus"}
        for name in ("cups/ppd", "spool/tmp", "cache", "log"):
            (folder / name).mkdir(parents=True)
        folder.chmod(0o755)  # the print server's filters run as another user
        (folder / "spool" / "tmp").chmod(0o1777)
        self._start_mdns()
        conf = self._conf("cupsd.conf"), self._conf("cups-files.conf")
        self._start("/usr/sbin/cupsd", "-f", "-c", conf[0], "-s", conf[1])
        wait_for("the print server", lambda: "is running" in self.ask("lpstat", "-r"))

    def printer(self, name):
        """A new printer of that name, made by NAME.conf beside this file."""
        folder = self.folder / name
        folder.mkdir()
        keep = shutil.copy(RIGS / "keep.sh", folder)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self._start(
            "ippeveprinter",
            "-a",
            RIGS / f"{name}.conf",
            "-n",
            "localhost",
            "-p",
            port,
            "-r",
            "off",
            "-k",
            "-d",
            folder,
            "-c",
            keep,
            name,
        )
        uri = f"ipp://localhost:{port}/ipp/print"
        wait_for(f"printer {name}", lambda: "printer-state" in self.ask("ipptool", "-tv", uri, "get-printer-attributes.test"))
        self.ask("lpadmin", "-p", name, "-E", "-v", uri, "-m", "everywhere", check=True)
        return Printer(name, folder)

    def _start_mdns(self):
        """An Avahi on loopback alone, on a bus of its own: ippeveprinter does not start without one."""
        self._start("dbus-daemon", "--nofork", "--nopidfile", f"--config-file={self._conf('bus.conf')}")
        wait_for("the bus", (self.folder / "bus").exists)
        avahi = "exec avahi-daemon --no-drop-root --no-chroot --no-rlimits -f $0"
        own_run = f"mount -t tmpfs tmpfs /run && mkdir /run/avahi-daemon && {avahi}"  # its pid file must not meet the system's
        self._start("unshare", "--mount", "sh", "-c", own_run, self._conf("avahi.conf"))
        wait_for("Avahi", lambda: "startup complete" in (self.folder / "log" / "unshare").read_text("utf-8"))

    def _conf(self, name):
        text = (RIGS / name).read_text("utf-8").replace("@FOLDER@", str(self.folder))
        (self.folder / name).write_text(text, "utf-8")
        return self.folder / name

    def _start(self, *command):
        log = self.folder / "log" / Path(command[0]).name
        return self.processes.start(*command, log=log, env=self._outside, stdin=subprocess.DEVNULL)

    def ask(self, *command, check=False):
        """What a program of CUPS says, asked of this print server."""
        words = [str(part) for part in command]
        return subprocess.run(words, env={**self._outside, "LC_ALL": "C"}, capture_output=True, text=True, check=check).stdout
