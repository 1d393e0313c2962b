package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.articlepipeline.operations.cluster.Json;
import org.articlepipeline.operations.replay.ReplayPlan;
import org.jspecify.annotations.Nullable;

/** How a job goes, and what came of it. */
final class JobPages {
  private static final int LISTED = 20;

  private final Site site;
  private final Jobs jobs;

  JobPages(Site site, Jobs jobs) {
    this.site = site;
    this.jobs = jobs;
  }

  /**
   * What the page shows.
   *
   * @param plan of a dry run that has ended
   * @param lines what came of any other job
   */
  record Model(Frame frame, Jobs.Job job, @Nullable ReplayPlan plan, List<String> lines) {
    List<ReplayPlan.Letter> listed() {
      return plan == null ? List.of() : plan.letters().stream().limit(LISTED).toList();
    }

    int more() {
      return plan == null ? 0 : Math.max(0, plan.letters().size() - LISTED);
    }
  }

  Reply show(Exchange exchange) {
    Jobs.Job job = find(exchange);
    Object result = job.result();
    return site.page(
        "job",
        new Model(
            site.frame(exchange, job.title()),
            job,
            result instanceof ReplayPlan plan ? plan : null,
            result instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of()));
  }

  Reply json(Exchange exchange) {
    Jobs.Job job = find(exchange);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("running", job.isRunning())
        .put("done", job.done())
        .put("total", job.total())
        .put("text", text(job));
    return Reply.json(json);
  }

  static String text(Jobs.Job job) {
    String far =
        job.total() > 0 ? Show.count(job.done()) + " of " + Show.count(job.total()) : "under way";
    return job.message().isEmpty() ? far : job.message() + ", " + far;
  }

  private Jobs.Job find(Exchange exchange) {
    return jobs.find(exchange.query().text("id"))
        .orElseThrow(
            () ->
                PageException.notFound(
                    "There is no such job; the console forgets them when it ends. The audit trail has what was done."));
  }
}
