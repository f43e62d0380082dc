// Plain JavaScript on purpose: it must run under any Node, and say what is wrong before anything newer or native is loaded.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Baton needs Node 24 or newer; this is ${process.version}. Run "npm ci", then "npm start": the project brings its own Node.\n`,
  );
  process.exit(1);
}
