// SPDX-License-Identifier: BSL-1.0
// Dates of the facts (ISO 8601, EDTF) as spans of days since 1970.

const dayLength = 86_400_000;
const always = { start: -Infinity, end: Infinity };

const dayNumber = (year, month, day) => new Date(0).setUTCFullYear(year, month, day) / dayLength;

/// `1960` is the span of all its days; nothing if the text is no date.
function daySpan(text) {
  const parts = /^(-?\d{1,5}|\d{1,3}X{1,3})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? "");
  if (!parts) return undefined;
  const first = Number(parts[1].replace(/X/g, "0"));
  const last = Number(parts[1].replace(/X/g, "9"));
  const month = parts[2] ? Number(parts[2]) - 1 : undefined;
  const day = parts[3] ? Number(parts[3]) : undefined;
  return {
    start: dayNumber(first, month ?? 0, day ?? 1),
    end: day !== undefined ? dayNumber(last, month, day) : dayNumber(last, month === undefined ? 12 : month + 1, 0),
  };
}

/// What is not known or open has no end; undefined if nothing is known at all.
function periodOf(from, to) {
  if (from === undefined && to === undefined) return undefined;
  return { start: daySpan(from)?.start ?? -Infinity, end: daySpan(to)?.end ?? Infinity };
}

const claimTime = (record) => periodOf(record.from, record.to) ?? daySpan(record.date);

/// When a relation holds, as one or more spans; undefined if nobody says when.
function relationTimes(relation) {
  const asserted = relation.claims.filter((c) => c.record.stance !== "denied");
  const claims = asserted.length > 0 ? asserted : relation.claims;
  if (claims.some((c) => c.time === undefined)) return undefined;
  if (claims.length > 0) return claims.map((c) => c.time);
  const period = periodOf(relation.from, relation.to);
  return period && [period];
}

const meets = (span, moment) => span.start <= moment.end && span.end >= moment.start;

/// `since 1960`, `1951 to 1957`, `until 2014`, `2023-06-01`; empty if nothing is known.
function periodText(from, to) {
  if (from === undefined && to === undefined) return "";
  if (from === to) return from === ".." ? "at all times" : from;
  if (to === ".." || to === undefined) return from === ".." ? "" : `since ${from}`;
  if (from === ".." || from === undefined) return `until ${to}`;
  return `${from} to ${to}`;
}

/// The steps of the time slider: years, months or days, so that there are not too many.
function stepsBetween(first, last) {
  const days = last - first;
  const unit = days > 30 * 366 ? "year" : days > 3 * 366 ? "month" : "day";
  const start = new Date(first * dayLength);
  const index = { year: start.getUTCFullYear(), month: start.getUTCFullYear() * 12 + start.getUTCMonth(), day: first };
  const end = new Date(last * dayLength);
  const lastIndex = { year: end.getUTCFullYear(), month: end.getUTCFullYear() * 12 + end.getUTCMonth(), day: last };
  return { unit, first: index[unit], count: lastIndex[unit] - index[unit] + 1 };
}

function momentOf(steps, step) {
  const n = steps.first + step;
  if (steps.unit === "day") return { start: n, end: n, text: new Date(n * dayLength).toISOString().slice(0, 10) };
  if (steps.unit === "year") return { start: dayNumber(n, 0, 1), end: dayNumber(n, 12, 0), text: String(n) };
  const year = Math.floor(n / 12);
  const month = n - year * 12;
  const text = `${year}-${String(month + 1).padStart(2, "0")}`;
  return { start: dayNumber(year, month, 1), end: dayNumber(year, month + 1, 0), text };
}

/// Which step a day falls in; it may lie outside of the slider.
function stepOf(steps, day) {
  if (steps.unit === "day") return day - steps.first;
  const date = new Date(day * dayLength);
  const n = steps.unit === "year" ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
  return n - steps.first;
}
