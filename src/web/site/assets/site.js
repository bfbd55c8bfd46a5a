// Keeps relative times current, and says times in the reader's own time zone. Without it the server's words stand.
const root = document.documentElement;
const served = Number(root.dataset.now);
const opened = Date.now();
const now = () => served + (Date.now() - opened);
const distance = new Intl.RelativeTimeFormat(root.lang);
const units = [
  ['year', 31536e6],
  ['month', 2592e6],
  ['day', 864e5],
  ['hour', 36e5],
  ['minute', 6e4],
];

function relative(instant) {
  const span = Math.abs(instant - now());
  const found = units.find(([, length], index) => {
    const smaller = units[index + 1]?.[1] ?? 1000;
    return Math.round(span / smaller) * smaller >= length;
  });
  if (found === undefined) return null;
  const count = Math.max(1, Math.round(span / found[1]));
  return distance.format(instant < now() ? -count : count, found[0]);
}

function tick() {
  for (const element of document.querySelectorAll('time:not([class])')) {
    const text = relative(Date.parse(element.dateTime));
    if (text !== null) element.textContent = text;
  }
}

const own = new Intl.DateTimeFormat(root.lang, { dateStyle: 'medium', timeStyle: 'short' });
for (const element of document.querySelectorAll('time.at')) {
  element.title = own.format(Date.parse(element.dateTime));
}
tick();
setInterval(tick, 3e4);
