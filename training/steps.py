"""Steps of learning, in half precision where the CPU is faster so, with whole weights beside it."""

from __future__ import annotations

import copy

import torch

from training.network import FRESH, Reader


def precision() -> torch.dtype:
    """bfloat16 where the CPU multiplies it several times faster than float32; older ones are 25 times slower at it."""
    return torch.bfloat16 if torch.backends.cpu.get_cpu_capability().startswith("AVX512") else torch.float32


class Steps:
    """AdamW over a network with a warm-up and a linear decay; it turns the network into bfloat16 where that is faster.

    Parts in `FRESH` learn five times faster, the table of words not at all.
    """

    def __init__(self, network: Reader, total: int, *, rate: float) -> None:
        self.network, self._rate, self._total, self._done = network, rate, total, 0
        network.words.weight.requires_grad_(False)
        fresh = [p for name, p in network.named_parameters() if name.startswith(FRESH)]
        known = {id(p) for p in fresh}
        old = [p for p in network.parameters() if id(p) not in known and p.requires_grad]
        groups = [[one.detach().clone() for one in group] for group in (old, fresh)]
        self._halves = [*old, *fresh]
        self._wholes = [one for group in groups for one in group]
        self._optimizer = torch.optim.AdamW(
            [{"params": groups[0], "lr": rate}, {"params": groups[1], "lr": rate * 5}], weight_decay=0.01, fused=True
        )
        network.to(precision())

    def take(self, loss: torch.Tensor) -> float:
        """One step down; the loss as a number."""
        factor = min(1.0, self._done / (0.1 * self._total)) * max(0.02, 1 - self._done / self._total)
        for group, base in zip(self._optimizer.param_groups, (self._rate, self._rate * 5), strict=True):
            group["lr"] = base * factor
        self.network.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._halves, 1.0)
        for half, whole in zip(self._halves, self._wholes, strict=True):
            whole.grad = half.grad.float() if half.grad is not None else None
        self._optimizer.step()
        with torch.no_grad():
            for half, whole in zip(self._halves, self._wholes, strict=True):
                half.copy_(whole)
        self._done += 1
        return float(loss.item())

    def whole(self) -> Reader:
        """A copy of the network in full precision, in evaluation mode."""
        found = copy.deepcopy(self.network).float()
        places = {id(half): whole for half, whole in zip(self._halves, self._wholes, strict=True)}
        with torch.no_grad():
            for half, own in zip(self.network.parameters(), found.parameters(), strict=True):
                if id(half) in places:
                    own.copy_(places[id(half)])
        return found.eval()
