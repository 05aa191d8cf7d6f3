using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .shop),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const shop :Workerd.Worker = (
  modules = [(name = "main", esModule = embed "bundle.js")],
  bindings = [(name = "LOOKUP_URL", fromEnvironment = "LOOKUP_URL")],
  compatibilityDate = "COMPATIBILITY_DATE",
);
