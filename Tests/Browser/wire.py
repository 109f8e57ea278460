"""The wire between one person's devices and the relay: hears every byte that comes to them, and can be cut.

An HTTP proxy for one browser context. Pages keep their address; each request goes over a connection of its own, so that
what is heard falls into whole answers.
"""

import select
import socket
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Exchange:
    """One request and what came back for it, as bytes."""

    method: str
    path: str
    sent: bytes
    heard: bytearray = field(default_factory=bytearray)

    @property
    def status(self):
        return int(self.heard.split(b" ", 2)[1]) if self.heard else None

    @property
    def headers(self):
        """Header lines in the order they came, names in lower case."""
        head = bytes(self.heard).split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")[1:]
        return [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in head)]

    @property
    def body(self):
        """The body without the marks of its transfer."""
        head, _, rest = bytes(self.heard).partition(b"\r\n\r\n")
        if b"transfer-encoding: chunked" not in head.lower():
            return rest
        content = b""
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            length = int(size.split(b";")[0] or b"0", 16)
            if length == 0:
                break
            content, rest = content + rest[:length], rest[length + 2 :]
        return content


def readable(*sockets, seconds=None):
    """Those of the sockets that have something to be read, once any has or the time is over; however many are open beside them."""
    poll = select.poll()
    for one in sockets:
        poll.register(one, select.POLLIN)
    ready = {handle for handle, _ in poll.poll(None if seconds is None else 1000 * seconds)}
    return [one for one in sockets if one.fileno() in ready]


class Wire:
    """A proxy to the relay.

    `state` is how the network is: `open`; `cut`, when nothing gets through; or `deaf`, when requests to the API arrive
    at the relay and their answers get lost on the way back, which is the worst that a network can do.

    It may also be narrower than the relay: `limit` is the largest body that passes, others get 413 with a page; `rate` how many bytes
    a second go up. `words`, a status and header lines, is what the API is answered with instead of the relay's words.
    """

    PAGE = b"<html><head><title>Something is in between</title></head></html>"

    def __init__(self, relay):
        self.relay = relay
        self.state = "open"
        self.limit = self.rate = self.words = None
        self.exchanges = []
        self.elsewhere = []
        self.lost = 0
        self._gates = {}
        self._sockets = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def heard(self):
        """Everything that has come from the relay."""
        return b"".join(bytes(exchange.heard) for exchange in list(self.exchanges))

    def answers(self, method, ending):
        """Exchanges of a method whose path ends or continues so."""
        return [found for found in list(self.exchanges) if found.method == method and ending in found.path]

    def told(self, count):
        """The last so many requests to the relay, how each was answered, and what has come of it so far."""
        lines = [f"{one.method} {one.path}: {one.status}, {len(one.heard)} bytes" for one in self.exchanges[-count:]]
        return "\n".join([f"wire {self.state}, {len(self.exchanges)} requests", *lines])

    def cut(self):
        self.state = "cut"
        for held in list(self._sockets):
            try:
                held.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def mend(self):
        self.state = "open"

    def clear(self):
        """Nothing is in between any more."""
        self.limit = self.rate = self.words = None

    def hold(self, path):
        """Keeps requests for a path from the relay until they are let through."""
        self._gates[path] = threading.Event()

    def let_through(self, path):
        self._gates.pop(path).set()

    def close(self):
        self.cut()
        self._listener.close()

    def _listen(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                if self._listener.fileno() < 0:
                    return
                continue  # a browser that gave up before it was heard is no reason to hear nobody any more
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client):
        upstream = None
        try:
            with client:
                if self.state == "cut":
                    return
                self._sockets.add(client)
                request = self._request(client)
                if request is None or self.state == "cut":
                    return
                exchange, content = request
                self.exchanges.append(exchange)
                if gate := self._gates.get(exchange.path):
                    gate.wait()
                if refusal := self._refusal(exchange):
                    exchange.heard += refusal
                    return client.sendall(refusal)
                if not self._pass_slowly(client, exchange):
                    return
                upstream = socket.create_connection(("127.0.0.1", self.relay.port), 30)
                upstream.settimeout(None)
                self._sockets.add(upstream)
                upstream.sendall(content)
                self._answer(client, upstream, exchange)
        except OSError:
            pass  # the browser, the relay or `cut` let go
        finally:
            self._sockets.discard(client)
            if upstream:
                self._sockets.discard(upstream)
                upstream.close()

    def _request(self, client):
        content = b""
        while b"\r\n\r\n" not in content:
            part = client.recv(65536)
            if not part:
                return None
            content += part
        head, _, body = content.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        method, address, _ = lines[0].split(" ")
        if method == "CONNECT":  # the browser's own errands to its maker: no page of ours asks for another host
            self.elsewhere.append(address)
            return None
        fields = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            fields[name.strip().lower()] = value.strip()
        length = int(fields.get("content-length", 0))
        while len(body) < length:
            part = client.recv(65536)
            if not part:
                return None
            body += part
        path = "/" + address.split("://", 1)[-1].partition("/")[2] if "://" in address else address
        kept = [line for line in lines[1:] if not line.lower().startswith(("connection:", "proxy-"))]
        head = "\r\n".join([f"{method} {path} HTTP/1.1", *kept, "Connection: close"])
        return Exchange(method, path, body), head.encode("latin-1") + b"\r\n\r\n" + body

    def _refusal(self, exchange):
        """What whoever is in between says itself."""
        if self.limit is not None and len(exchange.sent) > self.limit:
            status = "413 Request Entity Too Large\r\n"
        elif self.words and exchange.path.startswith("/api/"):
            status = self.words
        else:
            return None
        head = f"HTTP/1.1 {status}Content-Type: text/html\r\nContent-Length: {len(self.PAGE)}\r\nConnection: close\r\n\r\n"
        return head.encode() + self.PAGE

    def _pass_slowly(self, client, exchange):
        """Takes the time that a slow line takes; false when whoever sent it didn't wait."""
        if self.rate is None:
            return True
        until = time.monotonic() + len(exchange.sent) / self.rate
        while time.monotonic() < until:
            if readable(client, seconds=0.05) and not client.recv(65536, socket.MSG_PEEK):
                return False
        return True

    def _answer(self, client, upstream, exchange):
        while True:
            ready = readable(client, upstream)
            if client in ready and not client.recv(65536):
                return
            if upstream not in ready:
                continue
            part = upstream.recv(65536)
            if self.state == "deaf" and exchange.path.startswith("/api/"):
                self.lost += not exchange.heard
                return
            if not part:
                return
            exchange.heard += part
            client.sendall(part)
