// Follows what runs; when it has ended, the page says what came of it.
const bar = document.getElementById("progress");

async function look() {
  try {
    const job = await (await fetch(`/api/job?id=${encodeURIComponent(bar.dataset.job)}`)).json();
    if (job.running !== true) {
      location.reload();
      return;
    }
    bar.max = Math.max(1, job.total);
    bar.value = job.done;
    document.getElementById("progress-text").textContent = job.text;
  } catch {
    document.getElementById("progress-text").textContent = "The console does not answer.";
  }
  setTimeout(look, 500);
}

if (bar) {
  setTimeout(look, 300);
} else {
  setTimeout(() => location.reload(), 3000);
}
