"""Asks addresses on the web whether anything is there: slowly, politely, and nothing on a private network."""

import http.client
import socket
import ssl
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from queue import SimpleQueue
from threading import Event
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from storyguide import __version__
from storyguide.model.link import NO_ANSWER, NO_SUCH_HOST, NOT_SAFE, PRIVATE, Answer

WAIT = 20.0
"""Seconds for an answer."""
PAUSE = 1.0
"""Seconds between two questions to one website."""
AT_ONCE = 8
"""Websites asked at a time; of each one address at a time."""
_FURTHEST = 5
"""Steps along which an address may lead on."""
_LEADS_ON = (301, 302, 303, 307, 308)
_FAULT = 400
_SAFE_IN_AN_ADDRESS = "%/:=&?~+!$,;'@()*[]"


class _PrivateError(Exception):
    """An address leads to a private network."""


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Asks, and says who it is."""

    about: str = ""
    """Where more is said of who asks: a web address, or nothing."""
    private: bool = False
    """Whether to ask addresses on private networks too."""
    wait: float = WAIT
    pause: float = PAUSE

    def visit(self, addresses: Iterable[str], *, today: date) -> Iterator[Answer]:
        """What each address answers, as soon as it does; to stop, stop asking for the next."""
        by_host: defaultdict[str, list[str]] = defaultdict(list)
        for address in addresses:
            by_host[_parts(address).netloc.casefold()].append(address)
        stop = Event()
        found: SimpleQueue[Answer | None] = SimpleQueue()

        def one_by_one(queue: list[str]) -> None:
            try:
                for number, address in enumerate(queue):
                    if number:
                        stop.wait(self.pause)
                    if stop.is_set():
                        break
                    found.put(Answer(address=address, status=self.ask(address), day=today))
            finally:
                found.put(None)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                asking = len([pool.submit(one_by_one, queue) for queue in by_host.values()])
                while asking:
                    answer = found.get()
                    if answer is None:
                        asking -= 1
                    else:
                        yield answer
            finally:
                stop.set()
                pool.shutdown(cancel_futures=True)

    def ask(self, address: str) -> str:
        """The number with which an address answers in the end, or the word that stands for none (see model.link)."""
        try:
            for _ in range(_FURTHEST):
                status, onward = self._once(address, "HEAD")
                if status >= _FAULT:  # many servers know nothing but GET
                    status, onward = self._once(address, "GET")
                if status not in _LEADS_ON or not onward:
                    return str(status)
                address = urljoin(address, onward)
        except _PrivateError:
            return PRIVATE
        except socket.gaierror as unknown:
            return NO_ANSWER if unknown.errno == socket.EAI_AGAIN else NO_SUCH_HOST
        except UnicodeError:
            return NO_SUCH_HOST
        except ssl.SSLCertVerificationError:
            return NOT_SAFE
        except (OSError, http.client.HTTPException, ValueError):
            return NO_ANSWER
        return NO_ANSWER

    def _once(self, address: str, method: str) -> tuple[int, str]:
        """The answer's number, and where it leads on to."""
        parts = _parts(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection = http.client.HTTPConnection(host, port, timeout=self.wait)
        # Joined here, to the very number that was looked at: a name may stand for another the next time it is asked.
        connection.sock = socket.create_connection((self._number_of(host, port), port), timeout=self.wait)
        try:
            if parts.scheme == "https":
                connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
            target = quote(parts.path or "/", safe=_SAFE_IN_AN_ADDRESS)
            if parts.query:
                target += "?" + quote(parts.query, safe=_SAFE_IN_AN_ADDRESS)
            about = f"; +{self.about}" if self.about else ""
            name = f"storyguide/{__version__} (looks whether links of a community guide still work{about})"
            connection.request(method, target, headers={"User-Agent": name, "Accept": "*/*", "Connection": "close"})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location", "")
        finally:
            connection.close()

    def _number_of(self, host: str, port: int) -> str:
        """The number a name stands for."""
        numbers = [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not self.private and not all(_is_public(number) for number in numbers):
            raise _PrivateError
        return numbers[0]


def _parts(address: str) -> SplitResult:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        raise ValueError(address)
    return parts


def _is_public(number: str) -> bool:
    found = ip_address(number.partition("%")[0])
    inside = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return inside.is_global and not inside.is_multicast
