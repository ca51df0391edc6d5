import { useEffect, useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { Sign } from "../staff/sign.jsx";
import { counterPath } from "../staff/work.js";
import { enter } from "./enter.js";

function Password({ value, onInput }) {
  const [seen, setSeen] = useState(false);
  return (
    <label>
      {t("Kata sandi")}
      <span class="password">
        <input class="input" type={seen ? "text" : "password"} name="password" autoComplete="current-password" required maxLength={200}
          value={value} onInput={(event) => onInput(event.currentTarget.value)} />
        <button type="button" class="button button--link" aria-pressed={seen} onClick={() => setSeen(!seen)}>
          {seen ? t("Sembunyikan") : t("Lihat")}
        </button>
      </span>
    </label>
  );
}

export function SignIn() {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  useEffect(() => { document.title = [t("Masuk"), page.office.name].join(", "); }, []);

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const refused = await enter(counterPath("sign-in"), { login: login.trim(), password });
    if (!refused) return;
    setTrouble(refused);
    setPassword("");
    setBusy(false);
  }

  return (
    <div class="gate">
      <Sign />
      <main class="gate__main">
        <form class="gate__form form" onSubmit={submit}>
          <h1>{t("Masuk")}</h1>
          <label>
            {t("Nama pengguna")}
            <input class="input" name="login" autoComplete="username" autoCapitalize="none" spellcheck={false} required autoFocus maxLength={100}
              value={login} onInput={(event) => setLogin(event.currentTarget.value)} />
          </label>
          <Password value={password} onInput={setPassword} />
          <Trouble words={trouble} />
          <button type="submit" class="button button--primary gate__enter" aria-disabled={busy ? "true" : undefined}>{t("Masuk")}</button>
          <p class="soft">{t("Lupa kata sandi? Minta pengelola kantor membuat kata sandi baru untuk Anda.")}</p>
        </form>
      </main>
    </div>
  );
}
