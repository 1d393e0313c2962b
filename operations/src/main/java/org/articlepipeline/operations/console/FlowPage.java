package org.articlepipeline.operations.console;

import java.util.List;

/** The flow as a picture, and what its script asks for to keep it up to date. */
final class FlowPage {
  private final Site site;
  private final FlowWatch watch = new FlowWatch();

  FlowPage(Site site) {
    this.site = site;
  }

  /** What the page shows. */
  record Model(Frame frame, FlowView flow, List<FlowStages.Stage> stages) {}

  Reply show(Exchange exchange) {
    FlowView flow = watch.now(site.backend());
    Frame plain = site.frame(exchange, "Flow");
    return site.page("flow", new Model(plain, flow, FlowStages.ALL));
  }

  Reply json(Exchange exchange) {
    return Reply.json(watch.now(site.backend()));
  }
}
