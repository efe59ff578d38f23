// The messages at the foot of the page.

import { dismiss, messages } from "../state/messages";

export function Messages() {
  return (
    <div class="messages" role="status" aria-live="polite" aria-label="Messages">
      <ul>
        {messages.value.map((message) => (
          <li key={message.id} class={message.bad ? "bad" : ""}>
            <span>
              {message.text} {message.remedy && <span class="remedy">{message.remedy}</span>}
            </span>
            {message.action && (
              <button
                type="button"
                class="action"
                onClick={() => {
                  dismiss(message.id);
                  message.action?.run();
                }}
              >
                {message.action.title}
              </button>
            )}
            <button type="button" aria-label="Dismiss this message" onClick={() => dismiss(message.id)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
