package org.articlepipeline.operations.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.articlepipeline.index.audit.Audit;
import org.articlepipeline.index.audit.AuditReport;
import org.articlepipeline.index.audit.AuditResult;
import org.articlepipeline.index.audit.AuditResults;
import org.articlepipeline.index.audit.EnrichedLog;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexStatus;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.operations.cluster.IndexRequests;
import org.articlepipeline.operations.replay.OperationRecord;
import org.jspecify.annotations.Nullable;

/** The indices, and what is done to them. */
final class IndexPages {
  private static final String KIND = "index";
  private static final int NAMED = 50;

  private final Site site;
  private final Jobs jobs;

  IndexPages(Site site, Jobs jobs) {
    this.site = site;
    this.jobs = jobs;
  }

  /**
   * What the page shows.
   *
   * @param lags records that an index does not have yet, by its consumer group
   * @param task the request that index-service carries out now
   * @param audit the last scheduled one
   */
  record Model(
      Frame frame,
      List<IndexStatus.Index> indices,
      Map<String, Long> lags,
      @Nullable IndexTask task,
      @Nullable AuditResult audit,
      List<Jobs.Job> jobs) {
    static String documents(IndexStatus.Index index) {
      return index.documents() == IndexStatus.UNKNOWN ? "?" : Show.count(index.documents());
    }

    String lag(IndexStatus.Index index) {
      Long lag = lags.get(index.consumerGroup());
      return lag == null ? "–" : lag == 0 ? "caught up" : Show.count(lag) + " behind";
    }

    boolean canRollBack() {
      return indices.stream().anyMatch(index -> index.state().equals("standby"));
    }
  }

  Reply show(Exchange exchange) {
    Backend backend = site.backend();
    ElasticsearchConnection elasticsearch = backend.elasticsearch();
    var questions = new Questions();
    var askedStatus = questions.ask("Elasticsearch", () -> IndexStatus.read(elasticsearch));
    var askedTask =
        questions.ask(
            "Elasticsearch", () -> new IndexRequests(backend.clients(), elasticsearch).underWay());
    var askedAudit = questions.ask("Elasticsearch", () -> new AuditResults(elasticsearch).last());
    var askedLags = questions.ask("Kafka", backend.lags()::read);
    Answer<IndexStatus> status = askedStatus.answer();
    Answer<Optional<IndexTask>> task = askedTask.answer();
    Answer<Optional<AuditResult>> audit = askedAudit.answer();
    Answer<LagReader.Lags> lags = askedLags.answer();
    Map<String, Long> byGroup = new HashMap<>();
    lags.optional()
        .ifPresent(
            known ->
                known.lags().forEach(lag -> byGroup.merge(lag.group(), lag.records(), Long::sum)));
    return site.page(
        "index",
        new Model(
            site.frame(exchange, "Index", status, task, audit, lags),
            status.or(new IndexStatus(List.of())).indices(),
            byGroup,
            task.or(Optional.empty()).orElse(null),
            audit.or(Optional.empty()).orElse(null),
            jobs.running()));
  }

  Reply rebuild(Exchange exchange) {
    boolean force = exchange.form().isSet("force");
    return request(
        exchange,
        "REBUILD",
        force,
        force ? "Rebuild of the index, forced" : "Rebuild of the index");
  }

  Reply rollback(Exchange exchange) {
    return request(exchange, "ROLLBACK", false, "Rollback to the index before");
  }

  private Reply request(Exchange exchange, String kind, boolean force, String title) {
    Session session = exchange.signedIn();
    Backend backend = site.backend();
    Jobs.Job job =
        jobs.start(
            KIND,
            title,
            session.name(),
            running -> {
              try (var elasticsearch = backend.patientElasticsearch();
                  var record =
                      OperationRecord.begin(
                          backend.clients(), kind, session.name() + " (console)", title)) {
                var requests = new IndexRequests(backend.clients(), elasticsearch);
                return tell(record, follow(requests, kind, force, running));
              }
            });
    return Reply.to("/job?id=" + job.id());
  }

  private static IndexTask follow(
      IndexRequests requests, String kind, boolean force, Jobs.Job running) {
    requests
        .underWay()
        .ifPresent(
            other -> {
              throw PageException.conflict(
                  "Another request is under way: a %s of %s, %s. Wait for it."
                      .formatted(
                          other.kind().toLowerCase(Locale.ROOT),
                          other.requestedAt(),
                          other.message()));
            });
    return requests.follow(
        requests.send(kind, force, null),
        task -> {
          running.saying(task.message());
          running.at(task.done(), task.total());
        });
  }

  private static List<String> tell(OperationRecord record, IndexTask ended) {
    List<String> lines = new ArrayList<>(ended.report());
    lines.add(ended.message());
    record.ended(ended.phase() == IndexTask.Phase.DONE, ended.message(), 0);
    return lines;
  }

  Reply audit(Exchange exchange) {
    Session session = exchange.signedIn();
    boolean repair = exchange.form().isSet("repair");
    Backend backend = site.backend();
    String title = repair ? "Audit of the index, with repair" : "Audit of the index";
    Jobs.Job job =
        jobs.start(
            KIND,
            title,
            session.name(),
            running -> audit(backend, session, title, repair, running));
    return Reply.to("/job?id=" + job.id());
  }

  private static List<String> audit(
      Backend backend, Session session, String title, boolean repair, Jobs.Job running) {
    try (var elasticsearch = backend.patientElasticsearch();
        var record =
            OperationRecord.begin(
                backend.clients(),
                repair ? "REPAIR" : "AUDIT",
                session.name() + " (console)",
                title)) {
      try {
        AuditReport report =
            new Audit(
                    elasticsearch,
                    new EnrichedLog(backend.config().kafka(), backend.clients().serdes()),
                    Audit.STUB_GRACE,
                    Clock.systemUTC())
                .run(Serving.read(elasticsearch).index(), repair, Audit.MAX_GHOSTS, running::at);
        List<String> lines = lines(report);
        record.ended(true, lines.getFirst(), report.repaired());
        return lines;
      } catch (RuntimeException e) {
        record.ended(false, String.valueOf(e.getMessage()), 0);
        throw e;
      }
    }
  }

  private static List<String> lines(AuditReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s articles in the log, %s documents in the index; %s found, %s repaired, %s left."
            .formatted(
                report.index(),
                Show.count(report.articles()),
                Show.count(report.documents()),
                Show.count(report.found() + report.notExamined()),
                Show.count(report.repaired()),
                Show.count(report.left())));
    named(lines, "missing", report.missing());
    named(lines, "stale", report.stale());
    named(lines, "in the index, but not in the log", report.ghosts());
    named(lines, "newer in the index than in the log", report.ahead());
    report.problems().stream()
        .limit(NAMED)
        .forEach(problem -> lines.add("not repaired: " + problem));
    return lines;
  }

  private static void named(List<String> lines, String what, List<String> uris) {
    uris.stream().limit(NAMED).forEach(uri -> lines.add(what + ": " + uri));
    if (uris.size() > NAMED) {
      lines.add(
          "%s: %s more, ./articles index audit --json names them"
              .formatted(what, Show.count(uris.size() - NAMED)));
    }
  }
}
