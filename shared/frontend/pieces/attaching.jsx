// The files of a message that is being written: chosen with a button, listed, and taken off again.
import { useRef } from "preact/hooks";
import { sizeWords, troubleOfOne } from "../attached.js";
import { t } from "../words.js";
import { Icon } from "./icon.jsx";

export function AttachButton({ add, busy }) {
  const field = useRef(null);
  const chosen = () => {
    add(field.current.files);
    field.current.value = ""; // so that the same file can be chosen again
  };
  return (
    <>
      <button type="button" class="button attach-button" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && field.current.click()}><Icon name="clip" />{t("Lampirkan berkas")}</button>
      <input ref={field} type="file" multiple hidden onChange={chosen} />
    </>
  );
}

function One({ one, remove, busy }) {
  const { name, size } = one.file;
  const trouble = troubleOfOne(one);
  return (
    <li class={`attached__one${trouble ? " attached__one--wrong" : ""}`}>
      <Icon name={trouble ? "warning" : "form"} />
      <span class="attached__name">{name}</span>
      <small>{trouble || sizeWords(size)}</small>
      <button type="button" class="attached__off" aria-label={t("Hapus lampiran %(name)s", { name })} aria-disabled={busy ? "true" : undefined} onClick={() => !busy && remove(one.id)}><Icon name="close" /></button>
    </li>
  );
}

export function Attached({ attached, busy }) {
  const { files, trouble, fault, remove } = attached;
  const words = trouble || fault;
  return (
    <div class="attached">
      {files.length > 0 && <ul class="attached__list" aria-label={t("Lampiran")}>{files.map((one) => <One key={one.id} {...{ one, remove, busy }} />)}</ul>}
      <p class="attached__wrong" role="alert">{words && <><Icon name="warning" />{words}</>}</p>
      <p class="sr-only" role="status">{files.length > 0 && t("%(count)s berkas dilampirkan", { count: files.length })}</p>
    </div>
  );
}
