const kept: object[] = [];
for (;;) kept.push({ at: kept.length, more: [kept.length] });
