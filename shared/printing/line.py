"""An open connection to a printer, whatever the cable: send bytes, wait for an answer, hang up gently."""

import contextlib
import importlib
import os
import select
import socket
import stat
import time
from typing import Any, Protocol

from shared.printing.printer import File, Network, Usb

MANY = 64  # answers are single bytes
GOODBYE_SECONDS = 1.0
USB_PRINTER = 7  # the class of printers in the USB standard


class NoDriverError(Exception):
    """The software that reaches this kind of printer is not installed."""


class Line(Protocol):
    """An open connection. Every failure is an OSError; `answers` is False where nothing can ever be heard."""

    answers: bool

    def send(self, data: bytes, seconds: float) -> None:
        """Send all bytes within the time limit."""

    def receive(self, seconds: float) -> bytes:
        """Return what the printer says within the time limit; nothing when it stays silent."""

    def finish(self) -> None:
        """Give bytes that nobody confirmed the time to arrive: hanging up at once may throw them away."""

    def close(self) -> None:
        """Hang up."""


class NetworkLine:
    """A TCP connection."""

    answers = True

    def __init__(self, way: Network, seconds: float) -> None:
        self._socket = socket.create_connection((way.host, way.port), seconds)

    def send(self, data: bytes, seconds: float) -> None:
        """Send all bytes within the time limit."""
        self._socket.settimeout(seconds)
        self._socket.sendall(data)

    def receive(self, seconds: float) -> bytes:
        """Return what the printer says; a connection that it closed is a ConnectionError."""
        self._socket.settimeout(max(seconds, 0.001))
        try:
            heard = self._socket.recv(MANY)
        except TimeoutError:
            return b""
        if not heard:
            raise ConnectionResetError("the printer hung up")
        return heard

    def finish(self) -> None:
        """Say that nothing follows, and let the printer hang up first."""
        with contextlib.suppress(OSError):  # it hung up, as it should
            self._socket.shutdown(socket.SHUT_WR)
            until = time.monotonic() + GOODBYE_SECONDS
            while (left := until - time.monotonic()) > 0:
                self.receive(left)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


class FileLine:
    """A device file or a plain file. A plain file is added to and never answers."""

    def __init__(self, way: File) -> None:
        never_wait = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
        self.answers = way.path.is_char_device()
        how = os.O_RDWR if self.answers else os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._file = os.open(way.path, how | never_wait, 0o600)
        # On Windows only sockets can be waited for; a plain file there is always ready.
        self._waits = not stat.S_ISREG(os.fstat(self._file).st_mode)

    def send(self, data: bytes, seconds: float) -> None:
        """Write all bytes within the time limit."""
        until = time.monotonic() + seconds
        rest = memoryview(data)
        while rest:
            if self._waits and not select.select([], [self._file], [], max(until - time.monotonic(), 0))[1]:
                raise TimeoutError("the device takes no more")
            rest = rest[os.write(self._file, rest) :]

    def receive(self, seconds: float) -> bytes:
        """Return what the device says within the time limit."""
        if not self.answers or not select.select([self._file], [], [], max(seconds, 0))[0]:
            return b""
        return os.read(self._file, MANY)

    def finish(self) -> None:
        """Do nothing: the system writes on after the file is closed."""

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)


class UsbLine:
    """A USB printer, reached through libusb past the system's own driver."""

    answers = True

    def __init__(self, way: Usb) -> None:
        try:
            self._usb = importlib.import_module("usb.core")
            self._tools = importlib.import_module("usb.util")
            self._device = self._usb.find(idVendor=way.vendor, idProduct=way.product)
        except (ImportError, ValueError) as error:  # a ValueError says that libusb itself is missing
            raise NoDriverError("USB printers need pyusb (the extra [usb]) and libusb") from error
        if self._device is None:
            raise ConnectionRefusedError("no such USB printer")
        interface = self._take_over()
        self._out = self._end_point(interface, self._tools.ENDPOINT_OUT)
        self._in = self._end_point(interface, self._tools.ENDPOINT_IN)

    def send(self, data: bytes, seconds: float) -> None:
        """Send all bytes within the time limit."""
        until = time.monotonic() + seconds
        rest = memoryview(data)
        while rest:
            milliseconds = max(1, int((until - time.monotonic()) * 1000))
            rest = rest[self._out.write(rest.tobytes(), milliseconds) :]

    def receive(self, seconds: float) -> bytes:
        """Return what the printer says within the time limit."""
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(MANY, max(1, int(seconds * 1000))))
        except self._usb.USBTimeoutError:
            return b""

    def finish(self) -> None:
        """Do nothing: a USB write returns when the printer has the bytes."""

    def close(self) -> None:
        """Release the printer."""
        self._tools.dispose_resources(self._device)

    def _take_over(self) -> Any:
        interface = self._tools.find_descriptor(self._device.get_active_configuration(), bInterfaceClass=USB_PRINTER)
        if interface is None:
            raise ConnectionRefusedError("this USB device is no printer")
        try:
            if self._device.is_kernel_driver_active(interface.bInterfaceNumber):
                self._device.detach_kernel_driver(interface.bInterfaceNumber)
        except NotImplementedError:
            pass  # Windows and macOS have no driver to detach
        self._tools.claim_interface(self._device, interface.bInterfaceNumber)
        return interface

    def _end_point(self, interface: Any, direction: int) -> Any:
        def leads(end_point: Any) -> bool:
            return bool(self._tools.endpoint_direction(end_point.bEndpointAddress) == direction)

        return self._tools.find_descriptor(interface, custom_match=leads)
