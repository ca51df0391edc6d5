// Bundles every page of the rooms: node build.mjs OUTDIR
// A page is <room>/assets/pages/<name>.jsx; it becomes <room>-<name>.js and .css.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const outdir = resolve(process.argv[2]);
const house = resolve("../..");
const pages = ["kiosk", "display", "counter", "shared/frontend"].flatMap((room) => {
  const folder = join(house, room, room === "shared/frontend" ? "pages" : "assets/pages");
  return readdirSync(folder).filter((name) => name.endsWith(".jsx")).map((name) => ({
    in: join(folder, name),
    out: `${room === "shared/frontend" ? "shared" : room}-${name.replace(".jsx", "")}`,
  }));
});

await build({
  entryPoints: pages, bundle: true, minify: true, format: "esm", outdir,
  target: ["chrome100", "firefox100", "safari15"],
  jsx: "automatic", jsxImportSource: "preact",
  alias: { "@shared": resolve(".") }, nodePaths: [resolve("node_modules")],
  loader: { ".woff2": "file", ".svg": "file" }, assetNames: "fonts/[name]", entryNames: "[name]",
  legalComments: "linked", logLevel: "warning",
});

// The slip is set in the same typeface as the screens, so the renderer reads this file too.
const typeface = "plus-jakarta-sans-latin-wght-normal.woff2";
mkdirSync(join(outdir, "fonts"), { recursive: true });
copyFileSync(join("node_modules/@fontsource-variable/plus-jakarta-sans/files", typeface), join(outdir, "fonts", typeface));
