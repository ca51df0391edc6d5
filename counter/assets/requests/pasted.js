// What WhatsApp puts before a message when it is copied: "[10.15, 21/11/2026] +62 812-3456-7890: …". Taken off again,
// and the number kept as the number of whoever wrote.
const HEAD = /^\[\d{1,2}[.:]\d{2}[^\]]{0,40}\]\s*([^:\n]{1,80}):\s?/u;
const NUMBER = /^\+?[\d\s().-]{8,24}$/;

export function fromWhatsApp(pasted) {
  const text = pasted.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const head = text.match(HEAD);
  if (!head) return null;
  const lines = text.split("\n").map((line) => line.replace(HEAD, ""));
  const who = head[1].trim();
  return { text: lines.join("\n").trim(), ...(NUMBER.test(who) ? { phone: who } : { name: who }) };
}
