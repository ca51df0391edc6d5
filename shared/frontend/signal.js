// A value that pages can watch: enough for a screen that is a pure function of one snapshot.
import { useEffect, useState } from "preact/hooks";

export function signal(first) {
  const watchers = new Set();
  let value = first;
  return {
    get value() { return value; },
    set value(next) {
      if (Object.is(next, value)) return;
      value = next;
      watchers.forEach((watcher) => watcher(next));
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

export function useValue(source) {
  const [value, setValue] = useState(source.value);
  useEffect(() => {
    setValue(source.value);
    return source.watch(setValue);
  }, [source]);
  return value;
}
