import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count, shortDay } from "../staff/days.js";
import { serviceName } from "../staff/names.js";
import { decimal } from "./words.js";

function Bar({ sample }) {
  const share = sample.needed ? Math.min(1, sample.answers / sample.needed) : 0;
  return <i class={sample.provisional ? "quota__bar" : "quota__bar quota__bar--full"} style={{ "--share": share }} aria-hidden="true" />;
}

function Row({ name, sample, skm, strong }) {
  const said = { answers: count(sample.answers), needed: count(sample.needed), visitors: count(sample.visitors) };
  return (
    <tr class={strong ? "quota__all" : undefined}>
      <th scope="row">{name}</th>
      <td class="quota__cell"><Bar sample={sample} /></td>
      <td><b>{said.answers}</b> {t("dari %(needed)s, N = %(visitors)s", said)} {!sample.provisional && <Icon name="check" label={t("tercukupi")} />}</td>
      <td class="quota__index">{skm?.index ? `${decimal(skm.index)} ${skm.grade}` : "–"}</td>
    </tr>
  );
}

function Shortage({ told: { sample, under_way: underWay, to } }) {
  if (sample.visitors === 0) return <p class="quota__say">{t("Belum ada pengunjung yang dilayani pada periode ini.")}</p>;
  if (!sample.provisional) return <p class="quota__say quota__say--good"><Icon name="check" />{t("Sampel tercukupi.")}</p>;
  const words = underWay
    ? t("Kurang %(count)s jawaban sampai %(day)s. Indeks masih sementara.", { count: count(sample.still_needed), day: shortDay(to) })
    : t("Kurang %(count)s jawaban. Indeks periode ini tetap sementara.", { count: count(sample.still_needed) });
  return <p class="quota__say quota__say--warn"><Icon name="warning" />{words}</p>;
}

export function SampleCard({ told, service }) {
  const of = Object.entries(told.sample_of_service);
  return (
    <section class="card quota" aria-label={t("Ukuran sampel, Krejcie dan Morgan")}>
      <h2>{t("Ukuran sampel, Krejcie dan Morgan")}</h2>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={t("Sampel per layanan")}>
        <table>
          <thead><tr><th scope="col">{t("Layanan")}</th><th scope="col" colSpan={2}>{t("Jawaban dari yang diperlukan")}</th><th scope="col">IKM</th></tr></thead>
          <tbody>
            <Row strong name={service ? serviceName(service) : t("Semua layanan")} sample={told.sample} skm={told.skm} />
            {!service && of.map(([code, sample]) => <Row key={code} name={serviceName(code)} sample={sample} skm={told.skm_of_service[code]} />)}
          </tbody>
        </table>
      </div>
      <Shortage told={told} />
    </section>
  );
}
