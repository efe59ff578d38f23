// A stretch of running text that can be pressed. A span, since the words of a button do not break across lines.

import type { ComponentChildren } from "preact";

interface Given {
  children: ComponentChildren;
  onPress: () => void;
  className?: string;
  /** Whether the tab key stops here. */
  stop?: boolean;
  title?: string;
  current?: boolean;
}

export function Spot({ children, onPress, className = "spot", stop = true, title, current }: Given) {
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress();
  };
  return (
    <span
      role="button"
      tabIndex={stop ? 0 : -1}
      class={className}
      title={title}
      data-current={current || undefined}
      onKeyDown={key}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {children}
    </span>
  );
}
