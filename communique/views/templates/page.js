const shown = () => [...document.querySelectorAll(".fact")].filter(f => f.offsetParent);
const light = (from, on) => {
  const host = from.closest(".document");
  for (const number of from.dataset.f.split(" "))
    for (const e of host.querySelectorAll(`[data-f~="${number}"]`)) e.classList.toggle("lit", on);
};
for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]])
  document.addEventListener(kind, e => {
    const from = e.target.closest("[data-f]");
    if (from) light(from, on);
  });
document.addEventListener("keydown", e => {
  if (!["j", "k"].includes(e.key) || e.ctrlKey || e.metaKey || e.altKey) return;
  const facts = shown(), at = facts.indexOf(document.activeElement.closest(".fact"));
  const next = facts[e.key === "j" ? at + 1 : Math.max(at - 1, 0)];
  if (!next) return;
  next.focus();
  next.closest(".document").querySelector(`.mark[data-f="${next.dataset.f}"]`)?.scrollIntoView({block: "center"});
});
