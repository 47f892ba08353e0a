# What `wrangler` writes from its own settings. The address is given on the command line.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed "dist/worker.js")],
      compatibilityDate = "2026-10-01",
      bindings = [
        (name = "PERSONA_API_KEY", fromEnvironment = "PERSONA_API_KEY"),
        (name = "PERSONA_TEMPLATE_ID", fromEnvironment = "PERSONA_TEMPLATE_ID"),
        (name = "PERSONA_WEBHOOK_SECRET", fromEnvironment = "PERSONA_WEBHOOK_SECRET"),
        (name = "PERSONA_API_URL", fromEnvironment = "PERSONA_API_URL"),
      ],
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", http = (), service = "worker")],
);
