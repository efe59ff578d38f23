// The ids of what is drawn and is no entity or fact: lines between an alliance and its parties, and communities.

export function partyEdge(alliance: string, party: string): string {
  return alliance + " " + party;
}

/** The alliance of a line between it and a party. */
export function allianceOf(edge: string): string {
  return edge.slice(0, edge.indexOf(" "));
}

export function communityNode(id: number): string {
  return "community " + id;
}

export function communityOf(node: string): number {
  return Number(node.slice("community ".length));
}
