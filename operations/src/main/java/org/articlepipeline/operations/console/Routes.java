package org.articlepipeline.operations.console;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which page answers what.
 *
 * @param shown asked for by GET; changes nothing
 * @param done sent by a form
 */
record Routes(Map<String, Page> shown, Map<String, Page> done, JourneyJson journeys) {

  /** Answers one request. */
  interface Page {
    Reply answer(Exchange exchange);
  }

  static Routes of(Site site, Sessions sessions) {
    Map<String, Page> shown = new TreeMap<>();
    Map<String, Page> done = new TreeMap<>();
    var jobs = new Jobs();
    var signIn = new SignInPage(site, sessions);
    shown.put(SignInPage.PATH, signIn::show);
    done.put(SignInPage.PATH, signIn::signIn);
    done.put("/sign-out", signIn::signOut);
    var flow = new FlowPage(site);
    shown.put("/", flow::show);
    shown.put("/api/flow", flow::json);
    var letters = new DeadLetterPages(site);
    shown.put("/dead-letters", letters::reasons);
    shown.put("/dead-letters/list", letters::list);
    shown.put("/dead-letters/show", letters::one);
    var replays = new ReplayPages(site, jobs);
    done.put("/dead-letters/plan", replays::plan);
    done.put("/dead-letters/replay", replays::replay);
    var progress = new JobPages(site, jobs);
    shown.put("/job", progress::show);
    shown.put("/api/job", progress::json);
    shown.put("/journey", new JourneyPage(site)::show);
    var index = new IndexPages(site, jobs);
    shown.put("/index", index::show);
    done.put("/index/rebuild", index::rebuild);
    done.put("/index/rollback", index::rollback);
    done.put("/index/audit", index::audit);
    shown.put("/topics", new TopicsPage(site)::show);
    shown.put("/operations", new OperationsPage(site, jobs)::show);
    var search = new SearchPages(site);
    shown.put("/search", search::search);
    shown.put("/search/article", search::article);
    shown.put("/search/entity", search::entity);
    shown.put("/search/story", search::story);
    shown.put("/api/suggest", search::suggest);
    return new Routes(shown, done, new JourneyJson(site));
  }

  /** Null when there is none. */
  @Nullable Page find(String method, String path) {
    return switch (method) {
      case "GET" -> shown.get(path);
      case "POST" -> done.get(path);
      default -> null;
    };
  }

  boolean has(String path) {
    return shown.containsKey(path) || done.containsKey(path);
  }
}
