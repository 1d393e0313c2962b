// Suggests names and headlines while somebody types, and shows the queries for that.
const input = document.getElementById("q");
const list = document.getElementById("suggestions");
const typed = document.getElementById("typed");
let waiting;
let asked = 0;

async function suggest() {
  const number = ++asked;
  try {
    const answer = await fetch(`/api/suggest?q=${encodeURIComponent(input.value)}`);
    if (!answer.ok || number !== asked) return;
    const { suggestions, queries } = await answer.json();
    list.replaceChildren(
      ...suggestions.map((text) => {
        const option = document.createElement("option");
        option.value = text;
        return option;
      }),
    );
    typed.hidden = queries === "";
    typed.querySelector("code").textContent = queries;
  } catch {
    // Typing goes on without suggestions.
  }
}

if (input) {
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });
}
