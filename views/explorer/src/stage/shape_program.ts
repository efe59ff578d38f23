// Draws the shapes of nodes in WebGL: a triangle around each, cut to the shape for every pixel.

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { palette } from "./colours";
import { SHAPES, type Shape } from "./shapes";

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_rim"] as const;
const FLOAT = 5126;
const BYTE = 5121;
const TRIANGLES = 4;
/** A circle of 1.5 radii lies within the triangle: enough for the corners of all shapes. */
const REACH = 3;

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_point;
varying float v_pixel;
varying float v_shape;

void main() {
  v_point = ${REACH}.0 * vec2(cos(a_angle), sin(a_angle));
  v_pixel = u_sizeRatio / a_size;
  v_shape = a_shape;
  vec2 position = a_position + 2.0 * a_size * u_correctionRatio / u_sizeRatio * v_point;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

// The shapes of shapes.ts as distances from their rim, in radii; y goes upwards here.
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_point;
varying float v_pixel;
varying float v_shape;
uniform vec4 u_rim;

float outside(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(q.x * 0.869 + p.y * 0.494 - 0.568, -p.y - 0.75);
  if (v_shape < 2.5) return (q.x + q.y - 1.2) * 0.7071;
  if (v_shape < 3.5) return max(q.x, q.y) - 0.88;
  return max(q.x * 0.866 + q.y * 0.5, q.y) - 0.95;
}

void main(void) {
  float distance = outside(v_point);
  #ifdef PICKING_MODE
  if (distance > v_pixel) discard;
  gl_FragColor = v_color;
  #else
  float shape = 1.0 - smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, distance);
  float edge = 1.0 - smoothstep(0.9 * v_pixel, 1.9 * v_pixel, distance);
  gl_FragColor = mix(u_rim * edge, v_color, shape);
  #endif
}
`;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT as 5126 },
        { name: "a_size", size: 1, type: FLOAT as 5126 },
        { name: "a_shape", size: 1, type: FLOAT as 5126 },
        { name: "a_color", size: 4, type: BYTE as 5121, normalized: true },
        { name: "a_id", size: 4, type: BYTE as 5121, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT as 5126 }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData & { shape?: Shape }) {
    const row = [data.x, data.y, data.size, SHAPES.indexOf(data.shape ?? "circle"), floatColor(data.color), id];
    row.forEach((value, place) => (this.array[start + place] = value));
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>) {
    const rim = palette.value.surface;
    const channel = (from: number) => parseInt(rim.slice(from, from + 2), 16) / 255;
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform4f(uniformLocations.u_rim, channel(1), channel(3), channel(5), 1);
  }
}
