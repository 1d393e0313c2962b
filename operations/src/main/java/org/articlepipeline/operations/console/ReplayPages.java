package org.articlepipeline.operations.console;

import java.util.List;
import org.articlepipeline.operations.replay.Replay;
import org.articlepipeline.operations.replay.ReplayFilter;
import org.articlepipeline.operations.replay.ReplayPlan;

/** Replays: a dry run that says what would be done, then that and nothing else. */
final class ReplayPages {
  private static final String KIND = "replay";
  private static final int RATE = 50;
  private static final int HIGHEST_RATE = 10_000;

  private final Site site;
  private final Jobs jobs;

  ReplayPages(Site site, Jobs jobs) {
    this.site = site;
    this.jobs = jobs;
  }

  Reply plan(Exchange exchange) {
    Session session = exchange.signedIn();
    Fields form = exchange.form();
    var filter =
        new ReplayFilter(
            form.textOrNull("id"),
            form.textOrNull("stage"),
            form.textOrNull("reason"),
            form.textOrNull("source"),
            form.textOrNull("uri"),
            form.instant("since"),
            form.isSet("again"));
    Backend backend = site.backend();
    Jobs.Job job =
        jobs.start(
            KIND,
            "Dry run of a replay",
            session.name(),
            running -> new Replay(backend.clients()).plan(filter, running::at));
    return Reply.to("/job?id=" + job.id());
  }

  Reply replay(Exchange exchange) {
    Session session = exchange.signedIn();
    int rate = exchange.form().number("rate", RATE, 1, HIGHEST_RATE);
    ReplayPlan plan =
        jobs.find(exchange.form().text("job"))
            .map(Jobs.Job::result)
            .filter(ReplayPlan.class::isInstance)
            .map(ReplayPlan.class::cast)
            .orElseThrow(
                () -> PageException.conflict("The dry run is forgotten. Make it once more."));
    Backend backend = site.backend();
    Jobs.Job job =
        jobs.start(
            KIND,
            "Replay",
            session.name(),
            running -> {
              long done =
                  new Replay(backend.clients())
                      .run(plan, rate, session.name() + " (console)", running::at);
              return List.of(
                  Show.count(done) + " dead letters were replayed.",
                  "What becomes of each stands in its article's journey; what fails again is a new dead letter.");
            });
    return Reply.to("/job?id=" + job.id());
  }
}
