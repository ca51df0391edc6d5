// What hinders a connected channel, and what an officer does about it; a channel that is well says nothing.
import { t } from "@shared/words.js";
import { Banner } from "../staff/banner.jsx";
import { moment } from "./words.js";

const nameOf = (channel) => (channel === "email" ? t("Kotak e-mail") : t("WhatsApp"));

const troubleWords = (problem) => ({
  unreachable: t("Servernya belum dapat dihubungi. Tidak ada yang hilang; dicoba lagi dengan sendirinya."),
  untrusted: t("Sertifikat servernya tidak dapat dipercaya. Beri tahu pengelola sistem."),
  refused_login: t("Akun kantor ditolak servernya. Beri tahu pengelola sistem."),
})[problem] ?? t("Ada gangguan. Beri tahu pengelola sistem; jalankan “pst doctor”.");

function troubles({ channel, problem, trouble_since: since, aside, aside_since: asideSince, waiting }) {
  const left = Object.values(aside).reduce((sum, count) => sum + count, 0);
  const name = nameOf(channel);
  return [
    problem && { key: "problem", title: t("%(name)s tidak terbaca sejak %(time)s.", { name, time: moment(since) }), words: troubleWords(problem) },
    left > 0 && {
      key: "aside",
      title: t("%(count)s e-mail tidak dapat diambil sejak %(time)s.", { count: left, time: moment(asideSince) }),
      words: t("Buka kotak e-mail kantor: e-mailnya berbendera. Hapus benderanya setelah ditangani."),
    },
    waiting > 0 && { key: "waiting", title: t("%(count)s pesan belum terkirim lewat %(name)s.", { count: waiting, name }), words: t("Dicoba lagi dengan sendirinya.") },
  ].filter(Boolean).map((one) => ({ ...one, key: `${channel} ${one.key}` }));
}

export function ChannelBanners({ channels }) {
  return channels.flatMap(troubles).map(({ key, title, words }) => (
    <Banner key={key} icon="warning"><p><b>{title}</b> {words}</p></Banner>
  ));
}
