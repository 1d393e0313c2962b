package org.articlepipeline.index.indices;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all instances of the service agree on: which indices are written, which of them reports, and
 * whether all writing waits at a fence. A value; the newest is in {@link IndexStateStore}.
 *
 * @param indices each has a pipeline in every instance
 * @param reporting who tells of which records: the last one whose {@code from} is not after a
 *     record tells of it
 * @param hold set while all pipelines wait, so that two indices can be exchanged
 * @param request id of the request that is carried out, if any
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexState(
    List<Entry> indices, List<Reporter> reporting, @Nullable Hold hold, @Nullable String request) {

  /** What an index is for. */
  public enum Role {
    /** Readers see it. */
    SERVING,
    /** It is being made. */
    FILLING,
    /** It served before and is kept up, so that one can go back to it. */
    STANDBY
  }

  /**
   * @param madeBy id of the request that had it made; null for the first
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Entry(String name, Role role, @Nullable String madeBy) {
    Entry as(Role next) {
      return new Entry(name, next, madeBy);
    }
  }

  /**
   * @param from partition to offset; a partition that is not named counts from its beginning
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Reporter(String index, Map<Integer, Long> from) {}

  /**
   * @param id changes with each hold
   * @param fence partition to the offset up to which everybody goes; null while that is found out
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Hold(String id, @Nullable Map<Integer, Long> fence) {}

  public static IndexState serving(String index) {
    return new IndexState(
        List.of(new Entry(index, Role.SERVING, null)),
        List.of(new Reporter(index, Map.of())),
        null,
        null);
  }

  public Optional<Entry> entry(String index) {
    return indices.stream().filter(entry -> entry.name.equals(index)).findFirst();
  }

  public Optional<Entry> with(Role role) {
    return indices.stream().filter(entry -> entry.role == role).findFirst();
  }

  /** The one that readers see. */
  public Entry serving() {
    return with(Role.SERVING).orElseThrow();
  }

  /** Whether the index's pipeline tells what became of the record. */
  public boolean reports(String index, int partition, long offset) {
    for (Reporter reporter : reporting.reversed()) {
      if (reporter.from.getOrDefault(partition, 0L) <= offset) {
        return reporter.index.equals(index);
      }
    }
    return false;
  }

  public IndexState during(@Nullable String newRequest) {
    return new IndexState(indices, reporting, hold, newRequest);
  }

  public IndexState filling(String index, String madeBy) {
    return new IndexState(
        plus(without(index).indices, new Entry(index, Role.FILLING, madeBy)),
        reporting,
        hold,
        request);
  }

  /** The index is written no more. */
  public IndexState without(String index) {
    return new IndexState(
        indices.stream().filter(entry -> !entry.name.equals(index)).toList(),
        reporting,
        hold,
        request);
  }

  public IndexState held(@Nullable Hold newHold) {
    return new IndexState(indices, reporting, newHold, request);
  }

  /** Readers have been switched over: it reports from the fence on, and nobody waits any more. */
  public IndexState switchedTo(String index, Map<Integer, Long> fence) {
    List<Entry> exchanged =
        indices.stream()
            .map(
                entry ->
                    entry.name.equals(index)
                        ? entry.as(Role.SERVING)
                        : entry.role == Role.SERVING ? entry.as(Role.STANDBY) : entry)
            .toList();
    return new IndexState(exchanged, reporting, null, request).reporting(index, fence);
  }

  /**
   * The index's pipeline tells of everything from there on. Whatever reported before the last one
   * has nothing to tell any more: all was settled before that one began.
   */
  public IndexState reporting(String index, Map<Integer, Long> from) {
    Reporter last = reporting.getLast();
    return last.index.equals(index)
        ? this
        : new IndexState(
            indices, List.of(last, new Reporter(index, Map.copyOf(from))), hold, request);
  }

  /** The index begins anew; what it has told already is not told again. */
  public IndexState againFrom(String index, Map<Integer, Long> told) {
    Map<Integer, Long> from = new HashMap<>(told);
    Reporter last = reporting.getLast();
    if (last.index.equals(index)) {
      last.from.forEach((partition, offset) -> from.merge(partition, offset, Math::max));
    }
    return new IndexState(indices, List.of(new Reporter(index, from)), hold, request);
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** Names of all indices that are written. */
  public Stream<String> names() {
    return indices.stream().map(Entry::name);
  }
}
