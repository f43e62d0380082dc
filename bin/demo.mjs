#!/usr/bin/env node
import './require-node.mjs';

const { build } = await import('../scripts/build.ts');
await build();
await import('../dist/demo.js');
