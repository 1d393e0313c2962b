package org.articlepipeline.index.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns single writes into bulks, several in flight, and settles each write by its own answer.
 *
 * <p>A write ends as Indexed, Stale or Rejected; until then it stays here, through any outage: what
 * is retryable is sent again after a backoff, without a limit on how often, while {@link
 * #hasRoom()} is false so that no more comes in. Of two writes of a document with the same version
 * the later one wins ({@link Underway}).
 *
 * <p>All methods, and all answers, run on one thread: the executor's.
 */
public final class BulkWriter implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

  /** After about as many writes a large one is not expected again. */
  private static final int FORGET = 1_000;

  private final BulkTransport transport;
  private final Executor loop;
  private final BulkLimits limits;
  private final RetryClock retry;
  private final Suspects suspects;
  private final LongSupplier nanos;
  private final Consumer<String> missing;
  private final WriterMetrics metrics;

  private final Deque<Write> queue = new ArrayDeque<>();
  private final Deque<List<Write>> again = new ArrayDeque<>();
  private final Underway underway = new Underway();
  private int inFlight;
  private int held;
  private long heldBytes;
  private long largest;

  /**
   * @param missing gets a target that Elasticsearch does not have; its writes are tried again
   */
  public BulkWriter(
      BulkTransport transport,
      Executor loop,
      BulkLimits limits,
      Backoff backoff,
      LongSupplier nanos,
      Consumer<String> missing,
      WriterMetrics metrics) {
    this.transport = transport;
    this.loop = loop;
    this.limits = limits;
    this.retry = new RetryClock(backoff, nanos);
    this.suspects = new Suspects(backoff, nanos);
    this.nanos = nanos;
    this.missing = missing;
    this.metrics = metrics;
  }

  /** For a write like the largest of late: what is held stays below the limit. */
  @Override
  public boolean hasRoom() {
    return !retry.failing()
        && held < limits.heldCount()
        && (held == 0 || heldBytes + largest < limits.heldBytes());
  }

  @Override
  public @Nullable Trouble trouble() {
    return retry.failing() ? retry.trouble() : suspects.trouble();
  }

  int inFlight() {
    return inFlight;
  }

  /** Takes a write; {@link #flush()} sends it. */
  void add(Write write) {
    queue.add(write);
    held++;
    heldBytes += write.weight;
    largest = Math.max(write.weight, largest - largest / FORGET);
  }

  /** Sends what may be sent now. During an outage one bulk at a time tries whether it is over. */
  @Override
  public void flush() {
    List<Write> suspected = suspects.due();
    if (!suspected.isEmpty()) {
      again.add(suspected);
    }
    int allowed = retry.failing() ? 1 : limits.inFlight();
    while (inFlight < allowed && retry.due()) {
      List<Write> bulk = again.isEmpty() ? fill() : again.poll();
      bulk = withoutDropped(bulk);
      if (!bulk.isEmpty()) {
        send(bulk);
      } else if (again.isEmpty()) {
        break;
      }
    }
    metrics.held(inFlight, heldBytes, retry.failingFor());
  }

  /** What is in flight stays until it is answered. */
  @Override
  public void forgetDropped() {
    queue.removeIf(
        write -> {
          if (write.dropped()) {
            release(write);
          }
          return write.dropped();
        });
    List<List<Write>> kept = again.stream().map(this::withoutDropped).toList();
    again.clear();
    kept.stream().filter(bulk -> !bulk.isEmpty()).forEach(again::add);
    withoutDropped(suspects.take(Write::dropped));
  }

  private List<Write> fill() {
    List<Write> bulk = new ArrayList<>();
    Underway.Bulk documents = underway.bulk();
    long bytes = 0;
    for (Iterator<Write> writes = queue.iterator();
        writes.hasNext() && bulk.size() < limits.count(); ) {
      Write write = writes.next();
      if (!bulk.isEmpty() && bytes + write.document.length > limits.bytes()) {
        break;
      }
      if (documents.takes(write)) {
        writes.remove();
        bulk.add(write);
        bytes += write.document.length;
      }
    }
    return bulk;
  }

  private List<Write> withoutDropped(List<Write> bulk) {
    List<Write> kept = new ArrayList<>(bulk.size());
    for (Write write : bulk) {
      if (write.dropped()) {
        underway.ended(write);
        release(write);
      } else {
        kept.add(write);
      }
    }
    return kept;
  }

  /** What goes wrong in an answer ends the loop that runs it: a write must not be forgotten. */
  @SuppressWarnings("FutureReturnValueIgnored") // Never completes exceptionally.
  private void send(List<Write> bulk) {
    inFlight++;
    long sent = nanos.getAsLong();
    transport
        .send(bulk)
        .thenAccept(
            answer ->
                loop.execute(
                    () -> {
                      inFlight--;
                      metrics.bulk(bulk.size(), nanos.getAsLong() - sent);
                      answered(bulk, answer);
                    }));
  }

  private void answered(List<Write> bulk, BulkAnswer answer) {
    switch (answer) {
      case BulkAnswer.Items(var items) when items.size() == bulk.size() -> each(bulk, items);
      case BulkAnswer.Items(var items) ->
          retryAll(
              bulk,
              "the bulk answer has %d items for %d documents".formatted(items.size(), bulk.size()));
      case BulkAnswer.Lost(String reason) -> retryAll(bulk, reason);
      case BulkAnswer.Refused(int status, String reason) -> refused(bulk, status, reason);
    }
  }

  private void each(List<Write> bulk, List<BulkAnswer.Item> items) {
    List<Write> retryable = new ArrayList<>();
    List<Runnable> suspected = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    String reason = "";
    for (int i = 0; i < bulk.size(); i++) {
      Write write = bulk.get(i);
      Outcome outcome = Outcome.of(items.get(i).status(), items.get(i).reason());
      if (!(outcome instanceof Outcome.Retryable unsettled)) {
        settle(write, outcome);
        continue;
      }
      reason = unsettled.status() + " " + unsettled.reason();
      if (unsettled.status() == HttpStatus.SERVER_ERROR) {
        // After the others, which show whether the index takes anything at all.
        suspected.add(() -> suspect(write, unsettled));
      } else {
        retryable.add(write);
        if (unsettled.status() == HttpStatus.NOT_FOUND) {
          gone.add(write.target);
        }
      }
    }
    boolean settledSome = suspected.size() + retryable.size() < bulk.size();
    suspected.forEach(Runnable::run);
    if (!retryable.isEmpty()) {
      retryAll(retryable, reason);
      gone.forEach(missing);
    } else if (settledSome) {
      retry.succeeded();
    } else if (retry.failing()) {
      retry.failed(reason);
    }
  }

  private void suspect(Write write, Outcome.Retryable error) {
    String reason = error.status() + " " + error.reason();
    if (suspects.convicts(write, reason)) {
      settle(write, new Outcome.Rejected(error.status(), error.reason()));
    }
  }

  private void settle(Write write, Outcome outcome) {
    underway.ended(write);
    release(write);
    if (!(outcome instanceof Outcome.Rejected)) {
      suspects.taken();
    }
    write.settle(outcome);
  }

  /**
   * A refusal of many may be one document's fault: it is found by halving. A status that is
   * nobody's fault is waited out.
   */
  private void refused(List<Write> bulk, int status, String reason) {
    boolean waits = Outcome.of(status, reason) instanceof Outcome.Retryable;
    if (waits && status != HttpStatus.SERVER_ERROR) {
      retryAll(bulk, status + " " + reason);
    } else if (bulk.size() > 1) {
      if (waits) {
        retry.failed(status + " " + reason);
      }
      int half = bulk.size() / 2;
      again.addFirst(List.copyOf(bulk.subList(half, bulk.size())));
      again.addFirst(List.copyOf(bulk.subList(0, half)));
      LOG.atInfo()
          .addKeyValue("status", status)
          .addKeyValue("documents", bulk.size())
          .log("bulk refused, sent again in halves");
    } else {
      each(bulk, List.of(new BulkAnswer.Item(status, reason)));
    }
  }

  private void retryAll(List<Write> bulk, String reason) {
    retry.failed(reason);
    again.addFirst(List.copyOf(bulk));
  }

  private void release(Write write) {
    held--;
    heldBytes -= write.weight;
  }
}
